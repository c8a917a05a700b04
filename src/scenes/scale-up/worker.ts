/** The worker that computes for `scale-up`: one request in, its replies out, then `null`. */
import { repliesTo, type Request } from './jobs.ts';

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  for (const reply of repliesTo(data, () => performance.now())) {
    postMessage(reply, { transfer: reply.job === 'weights' ? [reply.rows.buffer] : [] });
  }
  postMessage(null);
});
