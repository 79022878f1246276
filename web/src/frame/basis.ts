import type { Say } from '../text/text.ts';

/** The rules of the house have no number that anybody could look up. */
const HOUSE = 'house';

/** On what a refusal rests: the article with the rule, or that it is a rule of the platform. */
export function basisText({ article, rule }: { readonly article: string; readonly rule: string }, say: Say): string {
  if (article === '') return say('state.rule');
  return rule === HOUSE ? say('state.basisHouse', { article }) : say('state.basis', { article, rule });
}
