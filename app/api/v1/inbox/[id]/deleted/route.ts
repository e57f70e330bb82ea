import { confirmDeleted } from '@/lib/inbox/confirm-deleted'
import { command } from '@/lib/write/command'

export const POST = command(confirmDeleted)
