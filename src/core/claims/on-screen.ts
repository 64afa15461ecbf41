// Words that look like labels and are on a screen: the states of a message, the buttons of a dialog.
import type { Message } from '../types.ts';

// `Success: green`, `Warning: amber`; `Back: …`, `Next: …`: told in a row.
const ON_SCREENS: readonly (readonly [own: RegExp, beside: RegExp])[] = [
  [/^warnings?$/, /^(?:errors?|success|info|danger)$/],
  [/^next$/, /^(?:back|previous|prev|cancel)$/],
];
const LINE_LABEL = /^([^\w\n]{0,6})(\w{2,12})(?=[^\w\n]{0,3}:)/gm;

/** A message without the labels that name a part of a screen. */
export function withoutScreens({ trailers, body }: Message): Pick<Message, 'trailers' | 'body'> {
  if (trailers.length === 0 && body === '') return { trailers, body };
  const names = [
    ...trailers.map(({ key }) => key),
    ...[...body.matchAll(LINE_LABEL)].map(([, , name = '']) => name),
  ];
  const shown = ON_SCREENS.filter(([, beside]) => names.some((name) => beside.test(name.toLowerCase())));
  const isShown = (name: string): boolean => shown.some(([own]) => own.test(name.toLowerCase()));
  return {
    trailers: trailers.filter(({ key }) => !isShown(key)),
    body:
      shown.length === 0
        ? body
        : body.replace(LINE_LABEL, (line, mark, name) => (isShown(name) ? `${mark}Shown` : line)),
  };
}

// `Warning: colour of the lamp`, `Next: the link points to the older page`: what is on a screen.
const THING =
  '(?:the |an? )?(?:\\S+ )?(?:icon|button|link|page|tab|arrow|label|badge|toast|banner|dialog|chip|dot|text|colou?r|bar|popup|tooltip|sign|lamp|light|level|stripe|box|modal)s?';
const IS_THING = new RegExp(`^${THING}(?![\\w-])`, 'i');
const DOES =
  /(?<=\s)(?:is|are|now|shows?|points?|goes|appears?|turns?|uses?|opens?|skips?|has|have|in|leads?)\s/i;

// `Next: disabled on the last page`, `Warning: shown in red`
const LOOKS =
  /^(?:disabled|enabled|hidden|visible|grey(?:ed)?|highlighted|clickable|goes|leads|opens|jumps|skips)(?![\w-])|(?<=^|\s)(?:shown|displayed|drawn|rendered|colou?red)\s(?:in|as|on|when|if|with|below|above)\s|^the user (?:sees|gets|is shown)\s/i;

/** Whether a label and its value are words of a screen. */
export const isOfScreen = (name: string, value: string): boolean =>
  /^(?:next|warnings?|important|caution|blocked)$/i.test(name) &&
  (LOOKS.test(value) ||
    (!/^b/i.test(name) && IS_THING.test(value) && (!/^n/i.test(name) || DOES.test(`${value} `))));
