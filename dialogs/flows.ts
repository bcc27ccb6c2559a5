/** Every dialog by its name, as a conversation's state names it. */
import { ask } from './ask';
import { changeLanguage } from './change-language';
import type { Dialog } from './dialog';
import { findFunding } from './find-funding';
import { refer } from './refer';
import { referralStatus } from './referral-status';

export type FlowName = 'ask' | 'find-funding' | 'refer' | 'referral-status' | 'change-language';

/** Their states are checked by each one's own schema before `proceed`, so the map may forget the type. */
export const FLOWS: Readonly<Record<FlowName, Dialog>> = {
  ask: ask as Dialog,
  'find-funding': findFunding as Dialog,
  refer: refer as Dialog,
  'referral-status': referralStatus as Dialog,
  'change-language': changeLanguage as Dialog,
};

export const isFlow = (name: string): name is FlowName => name in FLOWS;
