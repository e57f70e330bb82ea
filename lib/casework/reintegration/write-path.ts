import type { ValuesOf } from '@/lib/base/forms/form'
import type { pathForm } from './form'
import type { Path } from './queries'

type Values = ValuesOf<typeof pathForm.fields>

/** What was typed as the columns of a path. PURE. */
export const pathColumns = ({ transit1, transit2, transit3, departsOn, arrivedOn, ...values }: Values) => ({
  ...values,
  transit: [transit1, transit2, transit3].filter((code) => code !== ''),
  departsOn: departsOn || null,
  arrivedOn: arrivedOn || null,
})

/** A path as its form shows it. PURE. */
export const pathShown = ({ transit, departsOn, arrivedOn, ...path }: Path) => ({
  kind: path.kind,
  originCountry: path.originCountry,
  transit1: transit[0] ?? '',
  transit2: transit[1] ?? '',
  transit3: transit[2] ?? '',
  returnCountry: path.returnCountry,
  departsOn: departsOn ?? '',
  arrivedOn: arrivedOn ?? '',
  needs: path.needs,
})
