import { editPath } from '@/lib/casework/reintegration/edit-path'
import { command } from '@/lib/platform/gate/command'

export const POST = command(editPath)
