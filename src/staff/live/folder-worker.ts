/** The thread that works on the whole folder, one job after the other. Started by `folder-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { doJob, type FolderJob } from './folder-job';
import { FolderCopy, type FolderPiece } from './served-folder';

export type ToThread =
  | { readonly kind: 'folder'; readonly digest: string; readonly brokenFiles: readonly string[] }
  | { readonly kind: 'piece'; readonly piece: FolderPiece }
  | { readonly kind: 'job'; readonly job: FolderJob };

export type FromThread = { readonly kind: 'done'; readonly result: unknown } | { readonly kind: 'fault'; readonly what: string };

if (parentPort) {
  const port = parentPort;
  let copy = new FolderCopy('', []);
  const reply = (message: FromThread): void => port.postMessage(message);
  port.on('message', (message: ToThread) => {
    if (message.kind === 'folder') copy = new FolderCopy(message.digest, message.brokenFiles);
    else if (message.kind === 'piece') copy.add(message.piece);
    else
      doJob(message.job, copy.folder()).then(
        (result) => reply({ kind: 'done', result }),
        (error: unknown) => reply({ kind: 'fault', what: String(error) }),
      );
  });
}
