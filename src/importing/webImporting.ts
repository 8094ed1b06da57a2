import type { Importing } from './importing';
import type * as Reader from './readOriginal';

/**
 * `Importing` in hosts that load an extension as one file: `load` gives the bytes of dist/readOriginal.js, which is made
 * a module the way the host makes one of the extension.
 */
export function webImporting(load: () => Promise<Uint8Array>): Importing {
  let loading: Promise<typeof Reader> | undefined;
  const reader = () => {
    loading ??= load().then(moduleOf);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    read: async (name, bytes, signal) => (await reader()).readOriginal(name, bytes, signal),
    dispose: () => {},
  };
}

function moduleOf(code: Uint8Array): typeof Reader {
  const module = { exports: {} };
  new Function('module', 'exports', new TextDecoder().decode(code))(module, module.exports);
  return module.exports as typeof Reader;
}
