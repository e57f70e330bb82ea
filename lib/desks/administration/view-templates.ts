import { changesOf } from '@/lib/casework/plans/changes'
import type { TemplateChange } from '@/lib/casework/plans/offered'
import { TEMPLATES, templateAction, templateOf } from '@/lib/casework/plans/templates'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

const changeOf = (changes: readonly TemplateChange[], id: string) =>
  changes.find(({ action }) => action === id)

/** Every template with its actions, and what this organisation changed of them. */
export async function viewTemplates(reading: Reading) {
  const changes = await changesOf(reading)
  const templates = TEMPLATES.map((template) => ({
    ...template,
    actions: template.actions.map((action) => ({ ...action, change: changeOf(changes, action.id) })),
  }))
  return { view: { templates }, subject: { type: 'template', id: '' } }
}

/** One action of a template, to be changed. */
export async function prepareTemplate(reading: Reading, id: string, query: Query) {
  const subject = { type: 'template', id }
  const [action, template] = [templateAction(id), templateOf(id)]
  if (!action || !template) return { missing: subject }
  const change = changeOf(await changesOf(reading), id)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'plan.change-template', one(query, 'draft'))
  return { view: { action, template, change, draft }, subject }
}
