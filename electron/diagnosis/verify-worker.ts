import { parentPort, workerData } from 'node:worker_threads';
import { type JournalLookOptions, lookAtJournal } from './journal-look.ts';

// A thread of its own: a long journal takes seconds, and the till's thread has a customer.

parentPort?.postMessage(lookAtJournal(workerData as JournalLookOptions));
