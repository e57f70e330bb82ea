import { createHash } from 'node:crypto'
import { listed, tokensFor } from './make-tokens'

/** Invented people whose tokens show every rule there is. */
const SAMPLES = [
  {
    given: 'Aïchatou',
    family: 'Touré',
    mother: 'Hadizatou',
    village: 'Tessit',
    cercle: 'ML0701',
    sex: 'F',
    birth: { year: 1996, basis: 'STATED' },
  },
  {
    given: 'Mossa',
    family: 'Ag Intalla',
    alias: 'Zarbo',
    household: ['Fadimata', 'Omou'],
    phone: '76 00 00 00',
    cercle: 'ML0802',
    sex: 'M',
    birth: { date: '1980-05-12' },
  },
  {
    given: 'فاطمة',
    family: 'ديالو',
    mother: 'عائشة',
    village: 'Ber',
    cercle: 'ML0605',
    birth: { year: 2001, basis: 'ESTIMATE' },
  },
]

/** Says by which rules and keys tokens are made: another answer than the one kept means that they are to be made anew. */
export const madeBy = (): string =>
  createHash('sha256')
    .update(
      SAMPLES.flatMap((known) => [tokensFor('a', known, 'open'), tokensFor('b', known, 'restricted')])
        .map(listed)
        .join(' '),
    )
    .digest('hex')
