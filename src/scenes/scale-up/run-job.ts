/** Runs a job beside the page: in a worker, or, where a page may have none, between the page's own tasks. */
import { repliesTo, type Reply, type Request } from './jobs.ts';
// The bundler makes the default export of a worker, which the linter cannot see.
// oxlint-disable-next-line import/default
import JobWorker from './worker.ts?worker&inline';

/** Starts a job and returns what ends it. After that, nothing is reported any more. */
export type RunJob = (
  request: Request,
  onReply: (reply: Reply) => void,
  onDone: () => void,
) => () => void;

/** One reply a task, so that the page can draw and be used in between. */
export const runBetweenTasks: RunJob = (request, onReply, onDone) => {
  const replies = repliesTo(request, () => performance.now());
  let timer = 0;
  const go = (): void => {
    const { value, done } = replies.next();
    if (value) onReply(value);
    if (done === true) onDone();
    else timer = self.setTimeout(go);
  };
  timer = self.setTimeout(go);
  return () => self.clearTimeout(timer);
};

export const runJob: RunJob = (request, onReply, onDone) => {
  let worker: Worker;
  try {
    worker = new JobWorker();
  } catch {
    return runBetweenTasks(request, onReply, onDone);
  }
  let end = (): void => worker.terminate();
  worker.addEventListener('message', ({ data }: MessageEvent<Reply | null>) => {
    if (data) return onReply(data);
    worker.terminate();
    onDone();
  });
  // A worker that its page forbids fails before it has begun; the job then starts over on the page.
  worker.addEventListener('error', () => {
    worker.terminate();
    end = runBetweenTasks(request, onReply, onDone);
  });
  worker.postMessage(request, []);
  return () => end();
};
