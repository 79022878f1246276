import { parentPort } from 'node:worker_threads';
import { answerTo, type LeafJob } from './leaf-job.ts';

/**
 * Runs in a worker thread: one message for a whole batch of leaves. A job of the thread pool for each of them would cost the event loop half
 * as much again as the signature itself.
 */
if (parentPort === null) throw new Error('runs in a worker thread alone');
const port = parentPort;
port.on('message', (job: LeafJob) => {
  const answer = answerTo(job);
  port.postMessage(answer, [answer.buffer]);
});
