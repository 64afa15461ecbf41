// HTML that cannot be broken by what it shows: every value of a template is escaped, unless it is HTML of
// ours.
import { cleanLine } from '../wording/lines.ts';

export type Html = { readonly html: string };
export type Value = Html | string | number | null | readonly Value[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute, on one line and without anything invisible. */
export const escapeHtml = (text: string): string =>
  `${/^ /.exec(text) ?? ''}${cleanLine(text)}${/\S( )$/.exec(text)?.[1] ?? ''}`.replace(
    /[&<>"']/g,
    (sign) => SIGNS[sign] ?? sign,
  );

const written = (value: Value): string => {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return isList(value) ? value.map(written).join('') : value.html;
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A template whose values are escaped; null is nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.map((part, at) => part + written(values[at] ?? null)).join(''),
});

/** A heading with what stands below it; nothing where there is none. */
export const section = (id: string, title: string, content: readonly Value[]): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`;

/** A list; null where it is empty. */
export const list = (items: readonly Value[]): Html | null =>
  items.length === 0 ? null : html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
