/** What dist/engine.js holds where there is Node: the engine, and the threads that run it. */
export * from './engine';
export { runIndexThread } from './store/indexThread';
export { runReadThread } from './store/readThread';
