// A person's view of the extension: the real VS Code in a browser page, with the extension run from the sources' build.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { root } from './ensure.mjs';
import { ensureHost, freePort, QUIET, serve, writeSettings } from './host.mjs';

/** Resolves with what `probe` gives as soon as that is something, within 15 seconds or those said. @throws where it never is */
export async function eventually(what, probe, milliseconds = 15_000) {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    const value = await probe();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${what}`);
}

/**
 * Drags until `done` says so within five seconds: VS Code drops nothing onto a view that it draws anew in the middle of a
 * drag, as it does while a new file is being read.
 */
export async function drag(from, to, done) {
  for (let attempt = 0; attempt < 4; attempt++) {
    // given up half-way, the button would stay down, and no other drag begin
    await from.dragTo(to, { timeout: 10_000 }).catch(() => from.page().mouse.up());
    for (const end = Date.now() + 5000; Date.now() < end; ) {
      if (await done()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('nothing takes what is dragged');
}

/** Chooses from a row's context menu, a moment after it has opened: a click at once may be that of the button that opened it. */
export async function chooseFromMenu(row, words) {
  const page = row.page();
  await row.click({ button: 'right' });
  const entry = page.locator('.context-view .action-label', { hasText: words });
  await entry.waitFor();
  await page.waitForTimeout(800);
  await entry.click();
}

/**
 * Rests the pointer on something until what hovers there says all `words`, and closes that; goes there once more where
 * nothing comes: what is drawn anew under the pointer loses it.
 */
export async function hoverUntil(target, words) {
  const page = target.page();
  const shown = words.reduce((found, hasText) => found.filter({ hasText }), page.locator('.monaco-hover:visible'));
  await eventually(`a hover with ${words.join(', ')}`, async () => {
    await page.mouse.move(0, 0);
    await target.hover();
    return shown
      .first()
      .waitFor({ timeout: 4000 })
      .then(
        () => true,
        () => false,
      );
  });
  await page.keyboard.press('Escape');
}

/**
 * Answers a picker that a button of a panel has opened, with `words` where there are any. The panel, which was clicked, takes
 * the focus late: what is typed before would go to it.
 */
export async function answer(page, words) {
  await page.waitForTimeout(300);
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  if (words !== undefined) await input.fill(words);
  await input.press('Enter', { timeout: 5000 });
}

/** Puts the caret into the last of `words` that are coloured by themselves. */
export const clickWords = (page, words) => page.locator('.view-line span span', { hasText: words }).last().click();

/**
 * Puts the caret into the first of `words` that is coloured by itself, asks for tagging and types the tag, until that one, or the
 * one that is `meant` by it, is to be chosen: the list of before stands until what was typed has been looked up.
 */
export async function beginTag({ page }, words, tag, meant = tag) {
  // a window that has just opened the file shows it as plain text for a moment
  await page.locator('.statusbar-item', { hasText: 'Policy Transcript' }).first().waitFor();
  await clickWords(page, words);
  await page.keyboard.press("Control+'");
  await page.keyboard.press('t');
  const picker = page.locator('.quick-input-widget');
  await picker.locator('.quick-input-title', { hasText: 'Which Passage?' }).waitFor();
  await page.keyboard.press('Enter');
  await picker.locator('.quick-input-title', { hasText: `Tag “${words}”` }).waitFor();
  await page.keyboard.type(tag);
  await picker.locator('.quick-input-list .monaco-list-row.focused', { hasText: meant }).waitFor();
}

/** Colour themes: how VS Code's list calls them, and the class that the workbench has in each. */
const THEMES = {
  light: { label: 'Light Modern', shown: '.vs.vscode-theme-defaults-themes-light_modern-json' },
  dark: { label: 'Dark Modern', shown: '.vs-dark.vscode-theme-defaults-themes-dark_modern-json' },
  hcDark: { label: 'Dark High Contrast', shown: '.hc-black' },
  hcLight: { label: 'Light High Contrast', shown: '.hc-light' },
};

/**
 * Opens a copy of `folder` (or the folder itself with `inPlace`) and resolves with the page and what a person does with
 * it. `files` (name: text) are put into the copy first: the list of files may miss what appears while it is being made.
 * `close()` ends everything. `theme` is a key of THEMES, `language` that of the extension's words.
 */
export async function openWorkbench({
  folder,
  inPlace = false,
  files = {},
  theme = 'dark',
  language = 'en',
  settings = {},
  size = { width: 1360, height: 850 },
}) {
  await ensureHost();
  const temporary = mkdtempSync(join(tmpdir(), 'policy-transcripts-ui-'));
  const workspace = inPlace ? folder : join(temporary, 'workspace');
  if (!inPlace) {
    cpSync(folder, workspace, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
  }
  const dataFolder = join(temporary, 'data');
  writeSettings(dataFolder, { ...QUIET, ...settings });
  const port = await freePort();
  // the address of the page can name an extension to run only with the test driver on
  const server = await serve({ port, dataFolder, smokeTest: true });
  const browser = await launch();
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(temporary, { recursive: true, force: true });
  };
  try {
    const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
    const payload = [
      ['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${port}${root.replace(/\/$/u, '')}`],
      ['skipWelcome', 'true'],
    ];
    const openWindow = async () => {
      const page = await context.newPage();
      if (language !== 'en') {
        await page.addInitScript((value) => {
          globalThis._VSCODE_NLS_LANGUAGE = value;
        }, language);
      }
      await page.goto(`${server.address}/?folder=${workspace}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
      await page.waitForSelector('.monaco-workbench .part.sidebar', { timeout: 60_000 });
      return { page, ...actions(page) };
    };
    const first = await openWindow();
    await first.useTheme(theme);
    return { workspace, close, openAnotherWindow: openWindow, ...first };
  } catch (error) {
    await close();
    throw error;
  }
}

function actions(page) {
  /** Types into the picker that `key` opens; it closes by itself where a view takes the focus just then, so as a person does, once more. */
  const type = async (key, words, attempts = 3) => {
    await page.keyboard.press(key);
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    try {
      await input.fill(words, { timeout: 8000 });
    } catch (error) {
      if (attempts <= 1) throw error;
      await type(key, words, attempts - 1);
    }
  };
  /** Chosen with the pointer: a key would go elsewhere where the picker closes at the last moment, as a late focus makes it. */
  const pick = async (prefix, words, attempts = 3) => {
    await type(prefix === '>' ? 'F1' : 'Control+P', `${prefix}${words}`);
    const first = page.locator('.quick-input-list .monaco-list-row').first();
    try {
      await first.waitFor({ timeout: 8000 });
      // the list of before stands until what was typed has been looked up; words may be shortened, so that none is no failure
      await first
        .filter({ hasText: words.split(': ').at(-1) })
        .waitFor({ timeout: 3000 })
        .catch(() => {});
      await page.waitForTimeout(250);
      await first.click({ timeout: 3000 });
    } catch (error) {
      if (attempts <= 1) throw error;
      await pick(prefix, words, attempts - 1);
    }
  };
  return {
    /** Opens a file of the workspace by its name. */
    openFile: async (name) => {
      await pick('', name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 30_000 });
      // below the new tab stand the lines of the file of before for a moment
      const path = name.split('/').map(encodeURIComponent).join('/');
      await page.locator(`.editor-instance .monaco-editor[data-uri$="/${path}"]`).first().waitFor();
    },
    /** Runs a command by its words in the palette. */
    command: (words) => pick('>', words),
    /**
     * Shows one of THEMES, by VS Code's list of them: in a browser it looks at the setting only when that is changed in the
     * window, not at what it finds there at the start.
     */
    useTheme: async (theme) => {
      const { label, shown } = THEMES[theme];
      // the first theme is the program's own, and comes late: before it, a choice would be overruled
      await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: 60_000 });
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+T');
      const input = page.locator('.quick-input-widget input[type="text"]').first();
      await input.waitFor({ state: 'visible' });
      await input.fill(label);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
      await page.locator(`.monaco-workbench${shown}`).waitFor();
    },
    /** Opens a view of the side bar that is collapsed. */
    expand: (view) => page.locator('.pane-header:not(.expanded)', { hasText: view }).click(),
    /** A view of the side bar by its title, and its rows. */
    rows: (view) =>
      page.locator('.pane', { has: page.locator('.pane-header', { hasText: view }) }).locator('.monaco-list-row'),
  };
}
