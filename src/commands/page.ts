// The state of the project as one HTML file, to be looked at in a browser.
import { resolve } from 'node:path';
import { PAGE_START, renderPage } from '../core/page/page.ts';
import { writeOutput } from '../effects/output.ts';
import { print, printLines } from '../effects/say.ts';
import { readPage } from '../read/page.ts';
import { type Command, textOption } from './session.ts';

export const page: Command = {
  usage: '[--out FILE]',
  examples: ['', '--out state.html'],
  mostWords: 0,
  options: {
    out: { type: 'string', says: 'where to write it; handoff.html by default, - for the standard output' },
  },
  async run(session, args) {
    const out = textOption(args, 'out') ?? 'handoff.html';
    const { facts, top } = await readPage(session);
    const text = renderPage(facts);
    if (out === '-') await print(text);
    else {
      const path = resolve(session.cwd, out);
      writeOutput(path, text, { start: PAGE_START, top });
      await printLines(`${path}\n`);
    }
    return 0;
  },
};
