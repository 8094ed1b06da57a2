import type { Services } from '../../host/services';

const RECENT = 'tags.recent';
const LAST = 'tags.last';
const RECENT_COUNT = 30;

/** The tags that were given before, the latest first. */
export const recentTags = ({ workspaceState }: Services): string[] => workspaceState.get<string[]>(RECENT, []);

/** Those that were given last, all together. */
export const lastTags = ({ workspaceState }: Services): string[] => workspaceState.get<string[]>(LAST, []);

export async function remember(services: Services, tags: readonly string[]): Promise<void> {
  const recent = [...new Set([...tags, ...recentTags(services)])].slice(0, RECENT_COUNT);
  await services.workspaceState.update(RECENT, recent);
  await services.workspaceState.update(LAST, tags);
}
