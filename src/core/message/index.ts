// What a commit message says.
export { type Cleanup, cleanMessage, LONGEST_MESSAGE, parseMessage } from './parse.ts';
export { trailersNamed } from './trailers.ts';
