import { root } from '../../database'
import type { Deed, Draw, Kind } from '../deed'
import { daysOn, type Model } from '../files'

/** Days pass, for everybody. */
function passed(draw: Draw, model: Model): Deed | undefined {
  const days = draw.among([1, 10, 30, 45])
  return {
    action: 'time',
    who: 'ana',
    words: `${days} days pass`,
    expects: 'done',
    silent: true,
    send: async () => {
      await root()`update app.instance set casework_offset = casework_offset + make_interval(days => ${days})`
      return { outcome: 'done', status: 200, reason: '', id: '', location: '' }
    },
    effect: () => {
      model.today = daysOn(model.today, days)
    },
  }
}

export const time: readonly Kind[] = [{ weight: 3, draw: passed }]
