import type { Model, RarityTable } from '@/lib/engines/matching/model'
import { facts } from './levels'

const entry = ([name, bits]: readonly [string, number]) =>
  `      [${name.includes("'") ? `"${name}"` : `'${name}'`}, ${bits}],`

const rarity = (name: RarityTable, { rarity: tables }: Model): string[] => [
  `    ${name}: [`,
  ...tables[name].map(entry),
  '    ],',
]

/** The model as the source of weights.ts, laid out as the formatter leaves it. */
export function render(model: Model): string {
  const rows = facts.flatMap((fact) => [
    `    ${fact}: {`,
    ...Object.entries(model.weights[fact]).map(([level, bits]) => `      ${level}: ${bits},`),
    '    },',
  ])
  const { prior, thresholds, rarityCounts } = model
  return [
    "import type { Model } from './model'",
    '',
    '/** Written by scripts/check-matching-weights.ts from the training population; not edited by hand. */',
    'export const fitted: Model = {',
    '  weights: {',
    ...rows,
    '  },',
    `  prior: ${prior},`,
    '  rarity: {',
    ...rarity('given', model),
    ...rarity('family', model),
    ...rarity('cercle', model),
    ...rarity('years', model),
    '  },',
    '  rarityCounts: {',
    ...Object.entries(rarityCounts).map(([fact, share]) => `    ${fact}: ${share},`),
    '  },',
    `  thresholds: { warn: ${thresholds.warn}, show: ${thresholds.show} },`,
    '}',
    '',
  ].join('\n')
}
