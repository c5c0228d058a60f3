import type { Claim, ClaimOf } from '../../../domain/claim.ts';

/** What a claim tells of, as a noun: names cannot be inflected here, our own words can. */
export interface Head {
  readonly nominative: string;
  /** After "не було". */
  readonly genitive: string;
}

const same = (words: string): Head => ({ nominative: words, genitive: words });

const AID: Readonly<Record<ClaimOf<'aid'>['status'], Head>> = {
  requested: { nominative: 'запит на допомогу', genitive: 'запиту на допомогу' },
  proposed: { nominative: 'пропозиція допомоги', genitive: 'пропозиції допомоги' },
  pledged: { nominative: 'обіцянка допомоги', genitive: 'обіцянки допомоги' },
  approved: same('схвалення допомоги'),
  announced: same('оголошення про допомогу'),
  delivering: same('постачання допомоги'),
  delivered: same('надання допомоги'),
  refused: { nominative: 'відмова в допомозі', genitive: 'відмови в допомозі' },
  suspended: same('призупинення або скорочення допомоги'),
};

const MOVE: Readonly<Record<ClaimOf<'move'>['action'], Head>> = {
  advance: { nominative: 'наступ або просування', genitive: 'просування' },
  capture: same('захоплення'),
  withdraw: { nominative: 'відхід або виведення військ', genitive: 'відходу або виведення військ' },
  deploy: same('розгортання сил'),
  reinforce: same('підкріплення'),
  mass: same('зосередження сил'),
  hold: { nominative: 'утримання або оборона', genitive: 'утримання' },
  lose: { nominative: 'втрата', genitive: 'втрати' },
};

const IMPACT: Readonly<Record<ClaimOf<'impact'>['kind'][number], Head>> = {
  displaced: { nominative: 'вимушено переміщені люди', genitive: 'вимушено переміщених людей' },
  killed: { nominative: 'загиблі', genitive: 'загиблих' },
  injured: { nominative: 'поранені', genitive: 'поранених' },
  casualties: { nominative: 'загиблі чи поранені', genitive: 'загиблих чи поранених' },
  damage: { nominative: 'пошкодження', genitive: 'пошкоджень' },
};

const STRIKE: Head = { nominative: 'атака або обстріл', genitive: 'атаки або обстрілу' };
const VISIT: Head = { nominative: 'візит або зустріч', genitive: 'візиту або зустрічі' };
const CANCELLED: Head = same('скасування візиту або зустрічі');
const STATEMENT: Head = { nominative: 'заява', genitive: 'заяви' };

export function headOf(claim: Claim): Head {
  switch (claim.type) {
    case 'aid':
      return AID[claim.status];
    case 'move':
      return MOVE[claim.action];
    case 'strike':
      return STRIKE;
    case 'visit':
      return claim.status === 'cancelled' ? CANCELLED : VISIT;
    case 'impact':
      return anyOf(claim.kind.map((kind) => IMPACT[kind]));
    case 'statement':
      return STATEMENT;
  }
}

const anyOf = (heads: readonly Head[]): Head => ({
  nominative: heads.map(({ nominative }) => nominative).join(' чи '),
  genitive: heads.map(({ genitive }) => genitive).join(' чи '),
});
