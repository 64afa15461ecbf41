// What is wrong with guards: those that cannot be read, and patterns that took too long. It stops nothing.
import type { Finding } from '../types.ts';
import { describeInvalidGuard, describeSlowGuard } from '../wording/guards.ts';
import type { Guard, InvalidGuard, Pattern } from './guard.ts';

export function guardFaults(
  invalid: readonly InvalidGuard[],
  guards: readonly Guard[],
  slow: readonly Pattern[] = [],
): Finding[] {
  const isSlow = ({ form }: Guard) =>
    (form.kind === 'pattern' && slow.includes(form.pattern)) ||
    (form.kind === 'require' && (slow.includes(form.pattern) || slow.includes(form.matches)));
  return [
    ...invalid.map((one) => findingAt('guard-invalid', one, describeInvalidGuard(one))),
    ...guards.filter(isSlow).map((one) => findingAt('guard-slow', one, describeSlowGuard(one))),
  ];
}

const findingAt = (
  rule: string,
  { path, line }: { readonly path: string; readonly line: number },
  said: { readonly message: string; readonly fix: string },
): Finding => ({ sha: null, rule, level: 'warning', path, line, ...said });
