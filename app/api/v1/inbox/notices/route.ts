import { chooseWaysOfBase } from '@/lib/casework/notices/choose-ways'
import { command } from '@/lib/platform/gate/command'

export const POST = command(chooseWaysOfBase)
