import { readNotices } from '@/lib/casework/notices/read-notices'
import { command } from '@/lib/platform/gate/command'

export const POST = command(readNotices)
