import type { Model } from '@/lib/engines/matching/model'
import { facts } from './levels'

/** The model as the source of weights.ts, laid out as the formatter leaves it. */
export function render(model: Model): string {
  const rows = facts.flatMap((fact) => [
    `    ${fact}: {`,
    ...Object.entries(model.weights[fact]).map(([level, bits]) => `      ${level}: ${bits},`),
    '    },',
  ])
  const { prior, thresholds } = model
  return [
    "import type { Model } from './model'",
    '',
    '/** Written by scripts/check-matching-weights.ts from the training population; not edited by hand. */',
    'export const fitted: Model = {',
    '  weights: {',
    ...rows,
    '  },',
    `  prior: ${prior},`,
    `  thresholds: { warn: ${thresholds.warn}, show: ${thresholds.show} },`,
    '}',
    '',
  ].join('\n')
}
