/* A thread that reads for the index, which runs what the engine has. */
import { runReadThread } from './nodeEngine';

runReadThread();
