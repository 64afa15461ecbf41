// What comes from the repository's text is data: nothing in it can end the fence that it stands in, no name
// speaks for us, and orders to an assistant are found before they are passed on.
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { cleanLine } from '../wording/lines.ts';

/** A fence that is longer than any in the lines. */
export function fenceFor(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  return '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}

/** `needs`: one of them, in lower case, stands in all that the order finds. An expression takes long to be
 * ready. */
type Rule = { readonly needs: readonly string[]; readonly order: RegExp };

// The marks of who speaks to a model, and the ways to tell one to forget or to hide: nowhere a project's
// rule.
const TAKEOVER: readonly Rule[] = [
  {
    needs: ['ignore', 'disregard', 'forget', 'override'],
    order:
      /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:all|any|previous|prior|above|earlier|preceding)\b.{0,20}\b(?:instruction|prompt|rule|direction|order|guideline|message|command)s?\b/i,
  },
  {
    needs: ['ignor', 'oublie', 'olvida', 'esqueça', 'vergiss'],
    order:
      /\b(?:ignora|ignore[zr]?|oublie[zr]?|olvida|esqueça)\b.{0,20}\b(?:instrucciones|instructions|consignes|reglas|instruções|regras)\b.{0,20}\b(?:anterior(?:es)?|previas|pr[ée]c[ée]dentes?)(?![a-zà-ÿ])|\b(?:ignoriere|vergiss)\b.{0,20}\b(?:vorherigen?|bisherigen?)\b.{0,20}\b(?:anweisung|regel)/i,
  },
  {
    needs: ['do not', "don't", 'never'],
    order:
      /\b(?:do not|don't|never)\s+(?:tell|inform|mention|reveal|show)\b.{0,20}\b(?:this|these|that)\b.{0,20}\b(?:user|human)s?\b|\b(?:do not|don't|never)\s+(?:tell|inform)\b.{0,10}\b(?:user|human)s?\b.{0,10}\b(?:this|these)\b/i,
  },
  {
    needs: ['<|', 'inst]', '<system', '</system'],
    order:
      /<\|(?:im_start|im_end|system|endoftext)\|>|\[\/?INST\]|<\/?(?:system|system-reminder|system_prompt)>/i,
  },
  {
    needs: ['忽略', '无视', '忽視', '無視', '무시'],
    order:
      /(?:忽略|无视|忽視).{0,12}(?:之前|以上|先前).{0,8}(?:指令|指示|规则|提示)|(?:以前|これまで|上記).{0,8}(?:指示|命令).{0,6}無視|이전.{0,8}지시.{0,8}무시/u,
  },
];

// Roles and duties in the second person: a project's business in its rules, an order anywhere else.
const ADDRESS: readonly Rule[] = [
  {
    needs: ['you are', 'act as'],
    order:
      /\byou (?:are|act as|will act as)\b.{0,20}\b(?:ai|assistant|agent|language model|chatbot|llm|claude|gpt|copilot|cto|architect|engineer|expert|developer)\b/i,
  },
  {
    needs: ['reading this'],
    order: /\b(?:claude|ais?|assistants?|agents?|llms?|models?)\b.{0,20}\breading this\b/i,
  },
  {
    needs: ['hey', 'dear', 'note to', 'note for', 'attention'],
    order: /^(?:hey|dear|note (?:to|for)|attention)\b,? (?:the )?(?:claude|ai|assistants?|agents?|llms?)\b/i,
  },
  {
    needs: ['claude', 'assistant', 'ai,', 'ai:', 'ai ,', 'ai :'],
    order:
      /^(?:claude|assistant|ai) ?[,:] (?:please|you|always|never|must|do not|don't|run|execute|ignore|read)\b/i,
  },
];

// What is quoted is said to somebody else: `the prompt starts with "You are an assistant"`.
const QUOTED = /"[^"]{0,500}"|“[^”]{0,500}”|`[^`]{0,500}`/g;

export type Order = { readonly text: string; readonly line: number; readonly kind: 'takeover' | 'address' };

/** Lines that address an assistant; `isKnown` tells the lines of sections whose business rules are. */
export function findOrders(lines: readonly BlockLine[], isKnown: (index: number) => boolean): Order[] {
  const texts = lines.map(({ content }) => cleanLine(content));
  const unquoted = texts.map((text) => text.replace(QUOTED, ''));
  const [takeover, address] = [mayFind(TAKEOVER, texts), mayFind(ADDRESS, unquoted)];
  return lines.flatMap((line, index): Order[] => {
    if (line.kind === 'code' || line.kind === 'fence' || line.kind === 'blank') return [];
    const text = texts[index] ?? '';
    if (takeover.some(({ order }) => order.test(text))) return [{ text, line: index + 1, kind: 'takeover' }];
    const words = (unquoted[index] ?? '').replace(letters`^[^\p{L}]+`, '');
    const isOrder = !isKnown(index) && address.some(({ order }) => order.test(words));
    return isOrder ? [{ text, line: index + 1, kind: 'address' }] : [];
  });
}

function mayFind(rules: readonly Rule[], texts: readonly string[]): readonly Rule[] {
  const all = texts.join('\n').toLowerCase();
  return rules.filter(({ needs }) => needs.some((words) => all.includes(words)));
}
