// Characters that show nothing, and can carry a text that a model reads and a person does not see.

/** Signs of formulas, annotations, fillers, tags, variation selectors of the second plane; for a class with
 * the flag u. U+FE0F, which makes a sign an emoji, and what joins or parts letters are not among them. */
export const UNSEEN = String.raw`\u115f\u1160\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}`;
