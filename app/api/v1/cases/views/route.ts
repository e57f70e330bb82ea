import { keepView } from '@/lib/casework/views/keep-view'
import { command } from '@/lib/platform/gate/command'

export const POST = command(keepView)
