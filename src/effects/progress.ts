// A line on stderr that says how far something long has come: at a terminal only, and it takes itself away.

export type Progress = {
  readonly advance: (by: number) => void;
  /** Leaves the terminal as it was. */
  readonly end: () => void;
};

/** What may stand in for the terminal and the clock, in milliseconds. */
export type Stage = {
  readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;
  readonly now: () => number;
};

/** Milliseconds that nobody minds, and between two looks of the line. */
const SHORT = 1000;
const PAUSE = 100;

// To open the stream takes longer than most of what is waited for.
const STDERR: Stage = {
  get stream() {
    return process.stderr;
  },
  now: () => performance.now(),
};

const START_OF_LINE = '\r\x1b[2K';

/** `describe` makes the line of what is done; it is first asked after a second. */
export function startProgress(describe: (done: number) => string, stage: Stage = STDERR): Progress {
  let next = stage.now() + SHORT;
  let done = 0;
  let isShown = false;
  const advance = (by: number) => {
    done += by;
    if (stage.now() < next || stage.stream.isTTY !== true) return;
    const { stream, now } = stage;
    stream.write(`${START_OF_LINE}${describe(done).slice(0, (stream.columns || 80) - 1)}`);
    next = now() + PAUSE;
    isShown = true;
  };
  const end = () => {
    if (isShown) stage.stream.write(START_OF_LINE);
    isShown = false;
  };
  return { advance, end };
}

/** Whether lines of an answer would run into a line of progress. */
export const isAnswerShown = (): boolean => process.stdout.isTTY === true;
