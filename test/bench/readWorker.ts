// a thread that reads for the index, beside the bench that starts it
import '../../src/readWorker';
