// A Chromium for the tests and pictures: one that is on the machine, else Debian's.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from './run.mjs';

const CANDIDATES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const find = () => CANDIDATES.find((path) => path && existsSync(path));
const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const hasChineseFont = () => {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
};

async function aptInstall(...packages) {
  say(`installing ${packages.join(' and ')} with apt`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { quiet: true, env });
}

/** The path of a browser that can show Chinese, installed where that is possible. */
export async function ensureBrowser() {
  const missing = [
    find() ? '' : 'chromium',
    process.platform !== 'linux' || hasChineseFont() ? '' : 'fonts-noto-cjk fontconfig',
  ];
  const packages = missing.join(' ').split(' ').filter(Boolean);
  if (packages.length > 0 && canInstall()) await aptInstall(...packages);
  const path = find();
  if (path) return path;
  throw new Error(
    'No Chrome, Edge or Chromium was found: install one (on Debian: `apt install chromium fonts-noto-cjk`), or set CHROME_PATH to its program.',
  );
}

/** Opens the browser. The switches keep it from calling home, which a closed network punishes with long waits. */
export async function launch() {
  const executablePath = await ensureBrowser();
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage'],
    ],
  });
}
