import type { TransactionSql } from 'postgres'
import type { KeptView } from '../demo/small-records'
import { insertRows } from './bulk'

/** Views of the case list that were kept: one's own, and an office's. */
export const insertViews = (tx: TransactionSql, views: readonly KeptView[]): Promise<void> =>
  insertRows(
    tx,
    'app.case_views',
    views.map(({ id, byId, office, name, view, sort, at }) => ({
      id,
      ownerId: office ? null : byId,
      officeId: office,
      name,
      ofView: view,
      sort: sort.by,
      falling: sort.falling,
      keptBy: byId,
      keptAt: at,
    })),
  )
