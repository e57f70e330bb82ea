import { noteStep } from '@/lib/casework/reintegration/note-step'
import { command } from '@/lib/platform/gate/command'

export const POST = command(noteStep)
