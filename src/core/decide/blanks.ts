// What a printed command leaves to be filled in: `‹why›`.

const BLANK = /‹[^‹›]*›/;

/** Such as `rationale ‹why›`, for each text by its name that still has a blank. */
export const blanksIn = (texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts).flatMap(([name, text]) => BLANK.exec(text)?.map((blank) => `${name} ${blank}`) ?? []);
