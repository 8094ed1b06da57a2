// Files that are not in order, as a person meets them: in Chinese, by what is said and can be clicked.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFromMenu, openWorkbench } from '../../scripts/lib/workbench.mjs';

const ENTRY = "{id: aa, tags: [甲], target: {exact: 四水共治, prefix: '', suffix: '', start: 4}}";
const FILES = {
  'a.transcript': '记者：四水共治了吗？\n答：没有听说过。\n',
  'a.transcript.annotations.yaml': `version: 1\nannotations:\n<<<<<<< HEAD\n  - ${ENTRY}\n=======\n>>>>>>> other\n`,
  'b.transcript': '记者：好吗？\n答：四水共治很好。\n',
  'free.transcript': '记者：水够吗？\n答：水够用。\n',
  'free.transcript.annotations.yaml':
    "annotations:\n  - {id: ff, tags: [甲], target: {exact: 水够用, prefix: '', suffix: '', start: 10}}\n",
  'lost.transcript.annotations.yaml': `version: 1\nannotations:\n  - ${ENTRY}\n`,
  'gone.transcript': '记者：路通了吗？\n答：已经全线通车。\n',
  'gone.transcript.annotations.yaml':
    "annotations:\n  - {id: gg, tags: [灌溉], target: {exact: 早稻插秧基本结束, prefix: '', suffix: '', start: 10}}\n",
  'codebook.yaml': 'tags:\n  - nmae: 防洪\n  - name: 灌溉\n',
};

/** A record of so many answers, each annotated. */
function annotated(name, count) {
  const head = '记者：各批物资的情况如何？\n答：';
  const answers = Array.from({ length: count }, (_, n) => `第${n}批物资稳定供应。`);
  let start = head.length;
  const entries = answers.map((exact, n) => {
    const target = { exact, prefix: '', suffix: '', start };
    start += exact.length;
    return `  - ${JSON.stringify({ id: `c${n}`, tags: ['供应'], target })}\n`;
  });
  return {
    [name]: `${head}${answers.join('')}\n`,
    [`${name}.annotations.yaml`]: `version: 1\nannotations:\n${entries.join('')}`,
  };
}
Object.assign(FILES, annotated('large.transcript', 5001), annotated('usual.transcript', 5000));

describe('repairing', () => {
  let workbench;
  const folder = mkdtempSync(join(tmpdir(), 'policy-transcripts-repairing-'));
  /** Under the test driver messages only wait behind the bell. */
  const says = async (words) => {
    const { page } = workbench;
    if (!(await page.locator('.notifications-center').isVisible())) {
      await page.locator('[id="status.notifications"]').click();
    }
    await page.locator('.notification-list-item', { hasText: words }).first().waitFor();
  };
  before(async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    workbench = await openWorkbench({ folder, language: 'zh-cn' });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true });
  });

  it('offers to merge a conflict on its first line and in the title bar, and merges what stands between the markers where git knows nothing', async () => {
    const { page } = workbench;
    await workbench.openFile('a.transcript.annotations.yaml');
    await page.locator('.editor-actions a[aria-label="按条目合并标注"]').waitFor();
    await page.locator('.codelens-decoration a', { hasText: '按条目合并标注' }).click();
    await page.locator('.editor-instance .view-line', { hasText: '<<<<<<<' }).waitFor({ state: 'detached' });
    await says('a.transcript.annotations.yaml 已按条目合并。');
  });

  it('says that a folder is in no git repository', async () => {
    await workbench.command('设置 git 按条目合并标注');
    await says('这个文件夹不在 git 仓库里。');
  });

  it('lists what is wrong with files that nobody has opened', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel .monaco-list-row');
    for (const words of ['这个标签没有名称，已略过。', '找不到这些标注所属的实录。']) {
      await problems.filter({ hasText: words }).filter({ hasText: '政策实录' }).first().waitFor();
    }
  });

  it('offers the files of the workspace to link lost annotations to, best first', async () => {
    const { page } = workbench;
    await workbench.openFile('lost.transcript.annotations.yaml');
    await workbench.command('把标注重新关联到实录');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.first().filter({ hasText: 'b.transcript' }).filter({ hasText: '含有 1 处标注文字中的 1 处' }).waitFor();
    await rows.filter({ hasText: '选择其他文件…' }).waitFor();
    await rows.first().click();
    await page.locator('.tab', { hasText: 'b.transcript.annotations.yaml' }).waitFor();
  });

  it('renames a tag that only annotations know, and lists those of the codebook that none has', async () => {
    const { page } = workbench;
    await workbench.openFile('free.transcript');
    await workbench.command('View: Show 政策实录');
    const rows = workbench.rows('标注');
    // the codebook has been read: a view that is drawn anew closes its menu
    await rows.filter({ hasText: '编码本中的其他标签' }).waitFor();
    await chooseFromMenu(rows.filter({ hasText: '甲' }).first(), '重命名标签…');
    await page.locator('.quick-input-title', { hasText: '甲' }).waitFor();
    await page.locator('.quick-input-widget input[type="text"]').first().fill('乙');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: '改名' }).click();
    await rows.filter({ hasText: '乙' }).first().waitFor();
    await rows.filter({ hasText: '编码本中的其他标签' }).locator('.monaco-tl-twistie').click();
    await rows.filter({ hasText: '灌溉' }).waitFor();
  });

  it('offers to accept nothing where no words are like those that are gone', async () => {
    const { page } = workbench;
    await workbench.openFile('gone.transcript');
    await workbench.rows('标注').filter({ hasText: '早稻插秧' }).first().click();
    const action = (words) => page.locator(`.editor-actions a[aria-label="${words}"]`);
    await action('改定位到所选文字').waitFor();
    await action('保留标注，原文已删').waitFor();
    assert.equal(await action('以现在的文字为准').count(), 0);
    await workbench.command('View: Close Editor');
  });

  it('tells of a file with so many annotations that changes take seconds, and of no smaller one', async () => {
    const { page } = workbench;
    const told = page.locator('.monaco-list-row', { hasText: '一个文件中有' });
    await workbench.openFile('large.transcript');
    await workbench.command('View: Show 政策实录');
    await told.filter({ hasText: '5001' }).filter({ hasText: 'large.transcript.annotations.yaml' }).waitFor();
    await workbench.openFile('usual.transcript');
    await told.waitFor({ state: 'detached' });
  });
});
