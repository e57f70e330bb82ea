import { editOwnEntry } from '@/lib/casework/services/edit-entry'
import { command } from '@/lib/platform/gate/command'

export const POST = command(editOwnEntry)
