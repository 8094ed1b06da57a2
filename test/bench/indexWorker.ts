// the thread of the index, beside the bench that starts it
import '../../src/indexWorker';
