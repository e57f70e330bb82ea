import { sql } from 'drizzle-orm'
import type { CodeOf } from '@/lib/base/codes/lists'
import { onCase } from '@/lib/casework/cases/on-case'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { withdrawDocumentForm } from './form'
import { mayWithdraw } from './policy'
import { documentInReach, onDocument } from './queries'

type Why = { why: CodeOf<'document_withdrawal'>; instead?: string }

/** The bytes go, and a key of their own; the line stays. False where somebody was quicker, or it does not open for this person. */
export async function withdraw({ tx }: Ctx, id: string, { why, instead }: Why): Promise<boolean> {
  const [row] = await tx.execute<{ done: boolean }>(
    sql`select app.withdraw_document(${id}::uuid, ${why}, ${instead ?? null}::uuid) as done`,
  )
  return row?.done ?? false
}

/** It is of another case, unreadable, twice, or the person does not want it kept: whoever may open it takes it away. */
export const withdrawDocument = verb({
  ...onCase,
  ...onDocument,
  name: 'document.withdraw',
  form: withdrawDocumentForm,
  page: ({ code }, { document }) => `/cases/${code}/documents/${document}`,
  scope: (ctx, { code }, { document }) => documentInReach(ctx, code, document),
  policy: mayWithdraw,
  apply: async (ctx, { record, document }, { why }) =>
    (await withdraw(ctx, document.id, { why }))
      ? {
          location: `/cases/${record.code}/documents?done=document-withdrawn`,
          detail: { document: document.id, why },
        }
      : { conflict: true },
})
