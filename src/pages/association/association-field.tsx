// Which association someone is of, where what they bring does not tell.
import type { Directory } from '../../directory/directory.ts'
import type { Messages } from '../../i18n/messages.ts'

interface AssociationFieldProps {
  m: Messages
  directory: Directory
  id: string
  /** Where what is wrong with it is said. */
  describedBy?: string
}

export const AssociationField = ({ m, directory, id, describedBy = 'fault' }: AssociationFieldProps) => (
  <div class="field">
    <label for={id}>{m.association.door.association}</label>
    <select id={id} autocomplete="off" aria-describedby={describedBy}>
      <option value="">{m.association.door.choose}</option>
      {directory.associations.map(({ association, name }) => (
        <option value={association}>{name}</option>
      ))}
    </select>
  </div>
)
