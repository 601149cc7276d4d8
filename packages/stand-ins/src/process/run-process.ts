import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import { createLineSplitter } from './line-splitter.js';

/** How to start a process and where its lines go. */
export interface ProcessRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Called for each line of either stream, in the order of arrival. */
  readonly onLine: (line: string) => void;
  /** Cancels: SIGINT, then SIGTERM, then SIGKILL. */
  readonly signal?: AbortSignal | undefined;
  /** Settles when the step is over although the process still runs (Azure: `done=true`). The process is left alone. */
  readonly forceCompleted?: Promise<void>;
}

/** How a process ended. After a signal `exitCode` is 128 and its number; null when the process was left running. */
export interface ProcessOutcome {
  readonly exitCode: number | null;
  readonly rawStdout: string;
  readonly rawStderr: string;
}

// The agent waits 7.5 s after SIGINT and 2.5 s after SIGTERM; the runner too:
// https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
const SIGINT_GRACE_MS = 7_500;
const SIGTERM_GRACE_MS = 2_500;
// Both give the streams 5 s after the exit; a background child that inherited them may hold them open for ever.
const STREAM_GRACE_MS = 5_000;

/** Starts a process with closed standard input and parses both streams line by line. Rejects when it cannot be started. */
export function runProcess(request: ProcessRequest): Promise<ProcessOutcome> {
  const child = spawn(request.file, request.args, {
    cwd: request.cwd,
    env: request.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end();
  const stdout = collect(child.stdout, request.onLine);
  const stderr = collect(child.stderr, request.onLine);
  const stopCancelling = cancelOn(request.signal, child);
  return new Promise((resolve, reject) => {
    let grace: NodeJS.Timeout | undefined;
    const finish = (exitCode: number | null): void => {
      clearTimeout(grace);
      stopCancelling();
      stdout.stop();
      stderr.stop();
      resolve({ exitCode, rawStdout: stdout.text(), rawStderr: stderr.text() });
    };
    child.once('error', reject);
    child.once('close', (code, signal) => finish(exitCodeOf(code, signal)));
    child.once('exit', (code, signal) => {
      grace = setTimeout(() => {
        release(child);
        finish(exitCodeOf(code, signal));
      }, STREAM_GRACE_MS);
    });
    request.forceCompleted?.then(() => {
      release(child);
      finish(null);
    });
  });
}

/** .NET reports a signal as shells do: 137 for SIGKILL. */
function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number | null {
  return signal === null ? code : 128 + constants.signals[signal];
}

function collect(stream: NodeJS.ReadableStream, onLine: (line: string) => void) {
  const decoder = new StringDecoder('utf8');
  let all = '';
  let stopped = false;
  const lines = createLineSplitter(onLine);
  stream.on('data', (chunk: Buffer) => {
    if (stopped) return;
    const text = decoder.write(chunk);
    all += text;
    lines.push(text);
  });
  return {
    text: () => all,
    stop() {
      if (!stopped) lines.end();
      stopped = true;
    },
  };
}

/** Lets go of a process that outlives its step, so that it keeps neither the streams nor this process busy. */
function release(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
}

function cancelOn(signal: AbortSignal | undefined, child: ChildProcess): () => void {
  if (!signal) return () => undefined;
  const timers: NodeJS.Timeout[] = [];
  const cancel = (): void => {
    child.kill('SIGINT');
    timers.push(setTimeout(() => child.kill('SIGTERM'), SIGINT_GRACE_MS));
    timers.push(setTimeout(() => child.kill('SIGKILL'), SIGINT_GRACE_MS + SIGTERM_GRACE_MS));
  };
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  return () => {
    signal.removeEventListener('abort', cancel);
    for (const timer of timers) clearTimeout(timer);
  };
}
