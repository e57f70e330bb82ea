import { noteLanguages } from '@/lib/casework/staff/languages'
import { command } from '@/lib/platform/gate/command'

export const POST = command(noteLanguages)
