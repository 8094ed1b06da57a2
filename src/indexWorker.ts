/* The thread of the index, which runs what the engine has. */
import { runIndexThread } from './nodeEngine';

runIndexThread();
