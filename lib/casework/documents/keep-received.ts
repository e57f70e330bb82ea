import { sql } from 'drizzle-orm'
import { onCase } from '@/lib/casework/cases/on-case'
import { verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { keepReceivedForm } from './form'
import { sealUnder } from './own-key'
import { mayKeepReceived } from './policy'
import { documentInReach, onDocument } from './queries'

/** A paper that an agency sent becomes one of the case: under the team's key, as what it is. */
export const keepReceived = verb({
  ...onCase,
  ...onDocument,
  name: 'document.keep-received',
  form: keepReceivedForm,
  page: ({ code }, { document }) => `/cases/${code}/documents/${document}`,
  scope: (ctx, { code }, { document }) => documentInReach(ctx, code, document),
  policy: mayKeepReceived,
  apply: async (ctx, { record, document }, { keptKind }) => {
    const { id: caseId, officeId, sensitivity } = record
    const key = await caseKey(ctx.tx, { caseId, officeId, sensitivity }, 'TEAM')
    const done = await sealUnder(ctx, document.id, {
      key,
      turn: sql`app.keep_received(${document.id}::uuid, ${keptKind}, ${key.id}::uuid)`,
    })
    return done
      ? {
          location: `/cases/${record.code}/documents?done=document`,
          id: document.id,
          detail: { document: document.id, kind: keptKind },
        }
      : { conflict: true }
  },
})
