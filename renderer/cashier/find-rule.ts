import { enFind } from '../ui/i18n/en-find.ts';
import type { Texts } from '../ui/i18n/i18n.ts';

type RuleName = keyof typeof enFind.rule;

function isKnown(rule: string): rule is RuleName {
  return Object.hasOwn(enFind.rule, rule);
}

/** The sentence for a rule of `shared/domain` that a typed text breaks. */
export function findRuleText(rule: string, texts: Texts): string {
  return texts.t(`find/rule/${isKnown(rule) ? rule : 'other'}`);
}
