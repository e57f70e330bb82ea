import type { CodeOf } from '@/lib/base/codes/lists'
import type { Lines } from './lines'

type Model = { kind: CodeOf<'business_state'>; lines: Lines }

/** Starting points of a budget, in XOF, from practice: each is changed to what the person needs. */
export const MODELS: Readonly<Record<string, Model>> = {
  SOAP: {
    kind: 'CRAFT',
    lines: { EQUIP: 210_000, STOCK: 95_000, TRANSPORT: 15_000, FEES: 10_000, RESERVE: 20_000 },
  },
  SHOP: {
    kind: 'SHOP',
    lines: { EQUIP: 90_000, STOCK: 240_000, RENT: 60_000, WORKS: 40_000, FEES: 15_000, RESERVE: 30_000 },
  },
  SEWING: {
    kind: 'SERVICE',
    lines: { EQUIP: 260_000, STOCK: 70_000, TRAINING: 60_000, TRANSPORT: 20_000, RESERVE: 25_000 },
  },
  SHEEP: { kind: 'HERD', lines: { ANIMALS: 260_000, STOCK: 80_000, WORKS: 40_000, RESERVE: 20_000 } },
  GARDEN: {
    kind: 'FARM',
    lines: { SEEDS: 90_000, EQUIP: 150_000, WORKS: 70_000, TRANSPORT: 20_000, RESERVE: 25_000 },
  },
}
