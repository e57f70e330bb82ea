import { refileEverybody } from '@/lib/casework/people/refile-everybody'
import { maintaining } from '@/lib/platform/db/maintaining'

/** Files everybody under the tokens of this code, where that is not so already. */
const files = await maintaining(refileEverybody)
process.stdout.write(files > 0 ? `${files} files can be found anew.\n` : 'Everybody can be found.\n')
