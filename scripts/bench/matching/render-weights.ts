import { alternatives, type Model, type Weight } from '@/lib/engines/matching/model'
import { facts } from './levels'

const entry = ([name, bits]: readonly [string, number]) =>
  `      [${name.includes("'") ? `"${name}"` : `'${name}'`}, ${bits}],`

const bits = (weight: Weight) => `{ ${alternatives.map((name) => `${name}: ${weight[name]}`).join(', ')} }`

function rarity(name: keyof Model['rarity'], { rarity: tables }: Model): string[] {
  return [
    `    ${name}: {`,
    '      listed: [',
    ...tables[name].listed.map(entry).map((line) => `  ${line}`),
    '      ],',
    '    },',
  ]
}

/** The model as the source of weights.ts, laid out as the formatter leaves it. */
export function render(model: Model): string {
  const rows = facts.flatMap((fact) => [
    `    ${fact}: {`,
    ...Object.entries(model.weights[fact]).map(([level, weight]) => `      ${level}: ${bits(weight)},`),
    '    },',
  ])
  const { priors, thresholds } = model
  return [
    "import type { Model } from './model'",
    '',
    '/** Written by scripts/check-matching-weights.ts from the training populations; not edited by hand. */',
    'export const fitted: Model = {',
    '  weights: {',
    ...rows,
    '  },',
    `  priors: ${bits(priors)},`,
    '  rarity: {',
    ...rarity('given', model),
    ...rarity('family', model),
    ...rarity('cercle', model),
    ...rarity('years', model),
    '  },',
    `  thresholds: { warn: ${thresholds.warn}, show: ${thresholds.show} },`,
    '}',
    '',
  ].join('\n')
}
