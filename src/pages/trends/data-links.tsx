// Where everything that was published is: the list, and the data package that describes it. It holds no number.
import type { Messages } from '../../i18n/messages.ts'

export const DataLinks = ({ m }: { m: Messages }) => (
  <ul>
    <li>
      <a href="/api/releases">{m.trends.list}</a>
    </li>
    <li>
      <a href="/api/releases/datapackage.json">{m.trends.dataPackage}</a>
    </li>
  </ul>
)
