import type { ComponentProps } from 'react'
import type { FoundDraft } from '@/lib/platform/gate/drafts'
import { DraftConflict } from './draft-conflict'
import { WizardFrame } from './wizard-frame'

type Conflicting = ComponentProps<typeof DraftConflict>
type Props = Omit<ComponentProps<typeof WizardFrame>, 'draft' | 'step'> &
  Pick<Conflicting, 'base' | 'step' | 'entries'> & { draft: FoundDraft | undefined }

/** A page of the wizard that writes; when somebody else changed it meanwhile, both versions field by field in its place. */
export function WizardPage({ base, entries, children, ...frame }: Props) {
  const { page, form, draft, step } = frame
  return (
    <WizardFrame {...frame}>
      {draft?.conflict ? <DraftConflict {...{ page, form, draft, base, step, entries }} /> : children}
    </WizardFrame>
  )
}
