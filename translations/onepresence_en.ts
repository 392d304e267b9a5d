<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
  <context>
    <name>Administration</name>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n changed</numerusform>
        <numerusform>%n changed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n new</numerusform>
        <numerusform>%n new</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n people</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) added</source>
      <translation>
        <numerusform>%n person added</numerusform>
        <numerusform>%n people added</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) changed</source>
      <translation>
        <numerusform>%n person changed</numerusform>
        <numerusform>%n people changed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) wrong</source>
      <translation>
        <numerusform>%n row wrong</numerusform>
        <numerusform>%n rows wrong</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unchanged</source>
      <translation>
        <numerusform>%n unchanged</numerusform>
        <numerusform>%n unchanged</numerusform>
      </translation>
    </message>
    <message>
      <source>A call to {number} rings all devices that are on</source>
      <translation>A call to {number} rings all devices that are on</translation>
    </message>
    <message>
      <source>Add device</source>
      <translation>Add device</translation>
    </message>
    <message>
      <source>Address for the phone</source>
      <translation>Address for the phone</translation>
    </message>
    <message>
      <source>Admin</source>
      <translation>Admin</translation>
    </message>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Archives (*.zip)</source>
      <translation>Archives (*.zip)</translation>
    </message>
    <message>
      <source>As it is now</source>
      <translation>As it is now</translation>
    </message>
    <message>
      <source>As you typed it</source>
      <translation>As you typed it</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatic</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Changed: {columns}</source>
      <translation>Changed: {columns}</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Close access</source>
      <translation>Close access</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Closed</translation>
    </message>
    <message>
      <source>Company number</source>
      <translation>Company number</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Connections</translation>
    </message>
    <message>
      <source>Copy the code</source>
      <translation>Copy the code</translation>
    </message>
    <message>
      <source>Copy: {what}</source>
      <translation>Copy: {what}</translation>
    </message>
    <message>
      <source>Delete {name} for good</source>
      <translation>Delete {name} for good</translation>
    </message>
    <message>
      <source>Delete …</source>
      <translation>Delete …</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Department</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Desk phone</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>Devices</translation>
    </message>
    <message>
      <source>Devices, messages and history go with the person, and can't be had back. Type the name:</source>
      <translation>Devices, messages and history go with the person, and can't be had back. Type the name:</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Encrypted only</source>
      <translation>Encrypted only</translation>
    </message>
    <message>
      <source>Erase all data …</source>
      <translation>Erase all data …</translation>
    </message>
    <message>
      <source>Erase {name}'s data</source>
      <translation>Erase {name}'s data</translation>
    </message>
    <message>
      <source>Every showing of a password is written to the audit log</source>
      <translation>Every showing of a password is written to the audit log</translation>
    </message>
    <message>
      <source>Everything of this person goes, and where colleagues' calls and messages name them stands “Former colleague”. It can't be had back. Type the name:</source>
      <translation>Everything of this person goes, and where colleagues' calls and messages name them stands “Former colleague”. It can't be had back. Type the name:</translation>
    </message>
    <message>
      <source>Export data</source>
      <translation>Export data</translation>
    </message>
    <message>
      <source>Export data …</source>
      <translation>Export data …</translation>
    </message>
    <message>
      <source>Export people</source>
      <translation>Export people</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Export …</translation>
    </message>
    <message>
      <source>From the OneNumber</source>
      <translation>From the OneNumber</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Groups</translation>
    </message>
    <message>
      <source>Hidden in {time}</source>
      <translation>Hidden in {time}</translation>
    </message>
    <message>
      <source>Hide the SIP settings</source>
      <translation>Hide the SIP settings</translation>
    </message>
    <message>
      <source>Hide the address</source>
      <translation>Hide the address</translation>
    </message>
    <message>
      <source>Hide the password</source>
      <translation>Hide the password</translation>
    </message>
    <message numerus="yes">
      <source>Import %n person(s)</source>
      <translation>
        <numerusform>Import %n person</numerusform>
        <numerusform>Import %n people</numerusform>
      </translation>
    </message>
    <message>
      <source>Import people</source>
      <translation>Import people</translation>
    </message>
    <message>
      <source>Import {file}</source>
      <translation>Import {file}</translation>
    </message>
    <message>
      <source>Import …</source>
      <translation>Import …</translation>
    </message>
    <message numerus="yes">
      <source>Importing %n person(s) …</source>
      <translation>
        <numerusform>Importing %n person …</numerusform>
        <numerusform>Importing %n people …</numerusform>
      </translation>
    </message>
    <message>
      <source>Kind of device</source>
      <translation>Kind of device</translation>
    </message>
    <message>
      <source>Let the phone fetch its settings …</source>
      <translation>Let the phone fetch its settings …</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>Lines</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Local number</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Manager</source>
      <translation>Manager</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobile</translation>
    </message>
    <message>
      <source>Mobile number (empty: softphone)</source>
      <translation>Mobile number (empty: softphone)</translation>
    </message>
    <message>
      <source>More</source>
      <translation>More</translation>
    </message>
    <message>
      <source>More for {device}</source>
      <translation>More for {device}</translation>
    </message>
    <message>
      <source>Must be encrypted (TLS and SRTP)</source>
      <translation>Must be encrypted (TLS and SRTP)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Name of the device</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>New person</translation>
    </message>
    <message>
      <source>No devices yet. Add a desk phone, a softphone or a mobile.</source>
      <translation>No devices yet. Add a desk phone, a softphone or a mobile.</translation>
    </message>
    <message>
      <source>Not registered</source>
      <translation>Not registered</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Not saved</translation>
    </message>
    <message>
      <source>Nothing is imported while a row is wrong. Mend the file, then read it again.</source>
      <translation>Nothing is imported while a row is wrong. Mend the file, then read it again.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>One-time code</translation>
    </message>
    <message>
      <source>Only within working hours</source>
      <translation>Only within working hours</translation>
    </message>
    <message>
      <source>Open access</source>
      <translation>Open access</translation>
    </message>
    <message>
      <source>Pages of administration</source>
      <translation>Pages of administration</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>People</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>Personal data</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>QR code with the settings, for a softphone</source>
      <translation>QR code with the settings, for a softphone</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Read again</translation>
    </message>
    <message>
      <source>Reading the file …</source>
      <translation>Reading the file …</translation>
    </message>
    <message>
      <source>Real phones can't connect to the demo company.</source>
      <translation>Real phones can't connect to the demo company.</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Receptionist</source>
      <translation>Receptionist</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Registered</translation>
    </message>
    <message>
      <source>Remove the picture</source>
      <translation>Remove the picture</translation>
    </message>
    <message>
      <source>Remove {device}</source>
      <translation>Remove {device}</translation>
    </message>
    <message>
      <source>Reset password</source>
      <translation>Reset password</translation>
    </message>
    <message numerus="yes">
      <source>Rings after %n second(s)</source>
      <translation>
        <numerusform>Rings after %n second</numerusform>
        <numerusform>Rings after %n seconds</numerusform>
      </translation>
    </message>
    <message>
      <source>Rings at once</source>
      <translation>Rings at once</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>Row {number}</source>
      <translation>Row {number}</translation>
    </message>
    <message>
      <source>Rows of the file</source>
      <translation>Rows of the file</translation>
    </message>
    <message>
      <source>Rung over the trunk</source>
      <translation>Rung over the trunk</translation>
    </message>
    <message>
      <source>SIP settings</source>
      <translation>SIP settings</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Save mine all the same</source>
      <translation>Save mine all the same</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>Saved as {file}</source>
      <translation>Saved as {file}</translation>
    </message>
    <message>
      <source>Scan in the softphone</source>
      <translation>Scan in the softphone</translation>
    </message>
    <message>
      <source>Search person, number or department</source>
      <translation>Search person, number or department</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Sheets (*.csv)</source>
      <translation>Sheets (*.csv)</translation>
    </message>
    <message>
      <source>Show SIP settings</source>
      <translation>Show SIP settings</translation>
    </message>
    <message>
      <source>Show the password</source>
      <translation>Show the password</translation>
    </message>
    <message>
      <source>Shown only now. For the first sign-in from outside; here the first password is 0000.</source>
      <translation>Shown only now. For the first sign-in from outside; here the first password is 0000.</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Something that this version doesn't know</translation>
    </message>
    <message>
      <source>Sound of calls</source>
      <translation>Sound of calls</translation>
    </message>
    <message>
      <source>Straight from phone to phone</source>
      <translation>Straight from phone to phone</translation>
    </message>
    <message>
      <source>Tables (*.csv *.txt *.tsv)</source>
      <translation>Tables (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
      <source>Take what is there now</source>
      <translation>Take what is there now</translation>
    </message>
    <message>
      <source>Telephony</source>
      <translation>Telephony</translation>
    </message>
    <message>
      <source>The file is larger than {most} MB. Divide it.</source>
      <translation>The file is larger than {most} MB. Divide it.</translation>
    </message>
    <message>
      <source>The only administrator can't be closed or deleted.</source>
      <translation>The only administrator can't be closed or deleted.</translation>
    </message>
    <message>
      <source>The phone fetches its settings</source>
      <translation>The phone fetches its settings</translation>
    </message>
    <message>
      <source>The telephone system listens on this computer alone: phones don't reach it.</source>
      <translation>The telephone system listens on this computer alone: phones don't reach it.</translation>
    </message>
    <message>
      <source>There is nothing to import: all in the file is so already.</source>
      <translation>There is nothing to import: all in the file is so already.</translation>
    </message>
    <message>
      <source>Through the service</source>
      <translation>Through the service</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
    </message>
    <message>
      <source>Type it into the phone's own page: Yealink under Settings, Auto Provision, Server URL; Snom under Advanced, Update, Setting URL. It is good for one fetch; then the phone uses its own password. A phone that doesn't know this server's certificate must be told to trust it first.</source>
      <translation>Type it into the phone's own page: Yealink under Settings, Auto Provision, Server URL; Snom under Advanced, Update, Setting URL. It is good for one fetch; then the phone uses its own password. A phone that doesn't know this server's certificate must be told to trust it first.</translation>
    </message>
    <message>
      <source>Type the name: {name}</source>
      <translation>Type the name: {name}</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unknown</translation>
    </message>
    <message>
      <source>User</source>
      <translation>User</translation>
    </message>
    <message>
      <source>What you have written isn't saved. Choose again to leave it.</source>
      <translation>What you have written isn't saved. Choose again to leave it.</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>When it rings</translation>
    </message>
    <message>
      <source>Whoever is new signs in with 0000 the first time.</source>
      <translation>Whoever is new signs in with 0000 the first time.</translation>
    </message>
    <message>
      <source>{device} rings no more; what stands in the phone is of no use then.</source>
      <translation>{device} rings no more; what stands in the phone is of no use then.</translation>
    </message>
    <message>
      <source>{name} changed this at {time}.</source>
      <translation>{name} changed this at {time}.</translation>
    </message>
    <message>
      <source>{name} has changed people meanwhile. Nothing was imported: look again.</source>
      <translation>{name} has changed people meanwhile. Nothing was imported: look again.</translation>
    </message>
    <message>
      <source>{name} has changed this meanwhile.</source>
      <translation>{name} has changed this meanwhile.</translation>
    </message>
    <message>
      <source>{name} has that local number.</source>
      <translation>{name} has that local number.</translation>
    </message>
    <message>
      <source>{name} is signed out on all devices, and needs a code to get in again.</source>
      <translation>{name} is signed out on all devices, and needs a code to get in again.</translation>
    </message>
    <message>
      <source>{transport} · encrypted</source>
      <translation>{transport} · encrypted</translation>
    </message>
    <message>
      <source>{transport} · not encrypted</source>
      <translation>{transport} · not encrypted</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Another program has {keys}. Choose another key in Settings, Call handling.</source>
      <translation>Another program has {keys}. Choose another key in Settings, Call handling.</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Calls</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Divert my phone</translation>
    </message>
    <message>
      <source>My details</source>
      <translation>My details</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Phone messages</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Phonebook</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Starting …</translation>
    </message>
    <message>
      <source>This computer has no keyring, so you sign in at each start.</source>
      <translation>This computer has no keyring, so you sign in at each start.</translation>
    </message>
  </context>
  <context>
    <name>Audit</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
    <message>
      <source>Again</source>
      <translation>Again</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Older ones</source>
      <translation>Older ones</translation>
    </message>
    <message>
      <source>Search who, number or word</source>
      <translation>Search who, number or word</translation>
    </message>
    <message>
      <source>added a company number</source>
      <translation>added a company number</translation>
    </message>
    <message>
      <source>added a connection</source>
      <translation>added a connection</translation>
    </message>
    <message>
      <source>added a device</source>
      <translation>added a device</translation>
    </message>
    <message>
      <source>added a group</source>
      <translation>added a group</translation>
    </message>
    <message>
      <source>added a line</source>
      <translation>added a line</translation>
    </message>
    <message>
      <source>added a person</source>
      <translation>added a person</translation>
    </message>
    <message>
      <source>added a standard message</source>
      <translation>added a standard message</translation>
    </message>
    <message>
      <source>changed a company number</source>
      <translation>changed a company number</translation>
    </message>
    <message>
      <source>changed a connection</source>
      <translation>changed a connection</translation>
    </message>
    <message>
      <source>changed a device</source>
      <translation>changed a device</translation>
    </message>
    <message>
      <source>changed a forgotten password</source>
      <translation>changed a forgotten password</translation>
    </message>
    <message>
      <source>changed a group</source>
      <translation>changed a group</translation>
    </message>
    <message>
      <source>changed a group's hours</source>
      <translation>changed a group's hours</translation>
    </message>
    <message>
      <source>changed a line</source>
      <translation>changed a line</translation>
    </message>
    <message>
      <source>changed a person</source>
      <translation>changed a person</translation>
    </message>
    <message>
      <source>changed a pickup group</source>
      <translation>changed a pickup group</translation>
    </message>
    <message>
      <source>changed a recording of the company</source>
      <translation>changed a recording of the company</translation>
    </message>
    <message>
      <source>changed a standard message</source>
      <translation>changed a standard message</translation>
    </message>
    <message>
      <source>changed how personal data is kept</source>
      <translation>changed how personal data is kept</translation>
    </message>
    <message>
      <source>changed the blocked callers</source>
      <translation>changed the blocked callers</translation>
    </message>
    <message>
      <source>changed the company's hours</source>
      <translation>changed the company's hours</translation>
    </message>
    <message>
      <source>changed the order of the lines</source>
      <translation>changed the order of the lines</translation>
    </message>
    <message>
      <source>changed the password</source>
      <translation>changed the password</translation>
    </message>
    <message>
      <source>changed the words of calendars</source>
      <translation>changed the words of calendars</translation>
    </message>
    <message>
      <source>changed when calls come back</source>
      <translation>changed when calls come back</translation>
    </message>
    <message>
      <source>changed whether phones must be encrypted</source>
      <translation>changed whether phones must be encrypted</translation>
    </message>
    <message>
      <source>changed which numbers may be shown</source>
      <translation>changed which numbers may be shown</translation>
    </message>
    <message>
      <source>changed who sees the company's last contacts</source>
      <translation>changed who sees the company's last contacts</translation>
    </message>
    <message>
      <source>deleted a company number</source>
      <translation>deleted a company number</translation>
    </message>
    <message>
      <source>deleted a connection</source>
      <translation>deleted a connection</translation>
    </message>
    <message>
      <source>deleted a group</source>
      <translation>deleted a group</translation>
    </message>
    <message>
      <source>deleted a line</source>
      <translation>deleted a line</translation>
    </message>
    <message>
      <source>deleted a person</source>
      <translation>deleted a person</translation>
    </message>
    <message>
      <source>deleted a pickup group</source>
      <translation>deleted a pickup group</translation>
    </message>
    <message>
      <source>deleted a standard message</source>
      <translation>deleted a standard message</translation>
    </message>
    <message>
      <source>diverted a colleague's phone</source>
      <translation>diverted a colleague's phone</translation>
    </message>
    <message>
      <source>ended a session</source>
      <translation>ended a session</translation>
    </message>
    <message>
      <source>erased a person</source>
      <translation>erased a person</translation>
    </message>
    <message>
      <source>exported a person's data</source>
      <translation>exported a person's data</translation>
    </message>
    <message>
      <source>failed to change the password</source>
      <translation>failed to change the password</translation>
    </message>
    <message>
      <source>fetched its settings</source>
      <translation>fetched its settings</translation>
    </message>
    <message>
      <source>gave a wrong password when asked again</source>
      <translation>gave a wrong password when asked again</translation>
    </message>
    <message>
      <source>had a code sent</source>
      <translation>had a code sent</translation>
    </message>
    <message>
      <source>let the calendar decide about a day</source>
      <translation>let the calendar decide about a day</translation>
    </message>
    <message>
      <source>lifted a block</source>
      <translation>lifted a block</translation>
    </message>
    <message>
      <source>locked a mailbox by wrong PINs</source>
      <translation>locked a mailbox by wrong PINs</translation>
    </message>
    <message>
      <source>logged a member in</source>
      <translation>logged a member in</translation>
    </message>
    <message>
      <source>logged a member out</source>
      <translation>logged a member out</translation>
    </message>
    <message>
      <source>made a day a closing day</source>
      <translation>made a day a closing day</translation>
    </message>
    <message>
      <source>made a day a working day</source>
      <translation>made a day a working day</translation>
    </message>
    <message>
      <source>made an address for a phone's settings</source>
      <translation>made an address for a phone's settings</translation>
    </message>
    <message>
      <source>made the company</source>
      <translation>made the company</translation>
    </message>
    <message>
      <source>opened a colleague's phone</source>
      <translation>opened a colleague's phone</translation>
    </message>
    <message>
      <source>removed a device</source>
      <translation>removed a device</translation>
    </message>
    <message>
      <source>removed a mailbox PIN</source>
      <translation>removed a mailbox PIN</translation>
    </message>
    <message>
      <source>removed a person's calendar</source>
      <translation>removed a person's calendar</translation>
    </message>
    <message>
      <source>removed a picture</source>
      <translation>removed a picture</translation>
    </message>
    <message>
      <source>removed a recording of the company</source>
      <translation>removed a recording of the company</translation>
    </message>
    <message>
      <source>reset a password</source>
      <translation>reset a password</translation>
    </message>
    <message>
      <source>saw SIP settings</source>
      <translation>saw SIP settings</translation>
    </message>
    <message>
      <source>set a mailbox PIN</source>
      <translation>set a mailbox PIN</translation>
    </message>
    <message>
      <source>set a person's calendar</source>
      <translation>set a person's calendar</translation>
    </message>
    <message>
      <source>sign-in failed</source>
      <translation>sign-in failed</translation>
    </message>
    <message>
      <source>signed in</source>
      <translation>signed in</translation>
    </message>
    <message>
      <source>tried a connection</source>
      <translation>tried a connection</translation>
    </message>
    <message>
      <source>was refused a phone's settings</source>
      <translation>was refused a phone's settings</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>A step that this version doesn't know</source>
      <translation>A step that this version doesn't know</translation>
    </message>
    <message>
      <source>All</source>
      <translation>All</translation>
    </message>
    <message>
      <source>All days</source>
      <translation>All days</translation>
    </message>
    <message>
      <source>All lines were busy for {number}</source>
      <translation>All lines were busy for {number}</translation>
    </message>
    <message>
      <source>Answered by {name}</source>
      <translation>Answered by {name}</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Busy</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Called again and got through</source>
      <translation>Called again and got through</translation>
    </message>
    <message>
      <source>Called, nobody answered</source>
      <translation>Called, nobody answered</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Calls</translation>
    </message>
    <message>
      <source>Calls without a number are not let in</source>
      <translation>Calls without a number are not let in</translation>
    </message>
    <message>
      <source>Close the details</source>
      <translation>Close the details</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copied</translation>
    </message>
    <message>
      <source>Copy for support</source>
      <translation>Copy for support</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Copy the number</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Days</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Done {time}</source>
      <translation>Done {time}</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Duration</translation>
    </message>
    <message>
      <source>Emergency call</source>
      <translation>Emergency call</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>Export as CSV</source>
      <translation>Export as CSV</translation>
    </message>
    <message>
      <source>Export calls</source>
      <translation>Export calls</translation>
    </message>
    <message>
      <source>Fell open again by itself</source>
      <translation>Fell open again by itself</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Give it back</source>
      <translation>Give it back</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Given up</translation>
    </message>
    <message>
      <source>In</source>
      <translation>In</translation>
    </message>
    <message>
      <source>In hand</source>
      <translation>In hand</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Incoming</translation>
    </message>
    <message>
      <source>It looped back to {name} and was stopped</source>
      <translation>It looped back to {name} and was stopped</translation>
    </message>
    <message>
      <source>I’ll take it</source>
      <translation>I’ll take it</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>Last 30 days</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>Last 7 days</translation>
    </message>
    <message>
      <source>Left a voicemail</source>
      <translation>Left a voicemail</translation>
    </message>
    <message>
      <source>Listen to the voicemail</source>
      <translation>Listen to the voicemail</translation>
    </message>
    <message>
      <source>Look up the number</source>
      <translation>Look up the number</translation>
    </message>
    <message>
      <source>Memo</source>
      <translation>Memo</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Missed</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>No call matches</source>
      <translation>No call matches</translation>
    </message>
    <message>
      <source>No calls yet</source>
      <translation>No calls yet</translation>
    </message>
    <message>
      <source>No line to the outside for {number}</source>
      <translation>No line to the outside for {number}</translation>
    </message>
    <message>
      <source>No line to the outside worked for {number}</source>
      <translation>No line to the outside worked for {number}</translation>
    </message>
    <message>
      <source>No missed calls – well done</source>
      <translation>No missed calls – well done</translation>
    </message>
    <message>
      <source>No such calls</source>
      <translation>No such calls</translation>
    </message>
    <message>
      <source>No such number</source>
      <translation>No such number</translation>
    </message>
    <message>
      <source>Nobody has {number}</source>
      <translation>Nobody has {number}</translation>
    </message>
    <message>
      <source>Nobody waits – well done</source>
      <translation>Nobody waits – well done</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>Not answered</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Not connected</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>On call: {name}</source>
      <translation>On call: {name}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>Open again</translation>
    </message>
    <message>
      <source>Open calls</source>
      <translation>Open calls</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Out</translation>
    </message>
    <message>
      <source>Out to {number}</source>
      <translation>Out to {number}</translation>
    </message>
    <message>
      <source>Out to {number} over {line}</source>
      <translation>Out to {number} over {line}</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Outcome</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Outgoing</translation>
    </message>
    <message>
      <source>Picked up by {name}</source>
      <translation>Picked up by {name}</translation>
    </message>
    <message>
      <source>Rang at the group {name}</source>
      <translation>Rang at the group {name}</translation>
    </message>
    <message>
      <source>Rang at {name}</source>
      <translation>Rang at {name}</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Rejected</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Search calls by name or number</source>
      <translation>Search calls by name or number</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Select</translation>
    </message>
    <message>
      <source>Sent on by {name}</source>
      <translation>Sent on by {name}</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Shared</translation>
    </message>
    <message>
      <source>Shared missed calls</source>
      <translation>Shared missed calls</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Something that this version doesn't know</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Table (*.csv)</translation>
    </message>
    <message>
      <source>Take / give back</source>
      <translation>Take / give back</translation>
    </message>
    <message>
      <source>The caller chose {language}</source>
      <translation>The caller chose {language}</translation>
    </message>
    <message>
      <source>The connection to {name}'s phone was lost</source>
      <translation>The connection to {name}'s phone was lost</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>The file couldn't be written there.</translation>
    </message>
    <message>
      <source>The group {name} was closed</source>
      <translation>The group {name} was closed</translation>
    </message>
    <message>
      <source>The number is blocked</source>
      <translation>The number is blocked</translation>
    </message>
    <message>
      <source>The older calls couldn't be fetched, so nothing was exported.</source>
      <translation>The older calls couldn't be fetched, so nothing was exported.</translation>
    </message>
    <message>
      <source>The telephone system had too much to do and refused the call</source>
      <translation>The telephone system had too much to do and refused the call</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>To {name}'s mailbox</source>
      <translation>To {name}'s mailbox</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Too many calls within an hour for {number}</source>
      <translation>Too many calls within an hour for {number}</translation>
    </message>
    <message>
      <source>Transferred by {name}</source>
      <translation>Transferred by {name}</translation>
    </message>
    <message>
      <source>Unknown direction</source>
      <translation>Unknown direction</translation>
    </message>
    <message>
      <source>Unknown number</source>
      <translation>Unknown number</translation>
    </message>
    <message>
      <source>Voicemail</source>
      <translation>Voicemail</translation>
    </message>
    <message>
      <source>Which calls</source>
      <translation>Which calls</translation>
    </message>
    <message>
      <source>Who did what</source>
      <translation>Who did what</translation>
    </message>
    <message>
      <source>Why did the call go there?</source>
      <translation>Why did the call go there?</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Withheld number</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Yesterday</translation>
    </message>
    <message>
      <source>You are calling back</source>
      <translation>You are calling back</translation>
    </message>
    <message>
      <source>by {name}</source>
      <translation>by {name}</translation>
    </message>
    <message>
      <source>diverted by {name}</source>
      <translation>diverted by {name}</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>since {time}</translation>
    </message>
    <message>
      <source>{name} called</source>
      <translation>{name} called</translation>
    </message>
    <message>
      <source>{name} could not be reached</source>
      <translation>{name} could not be reached</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} did not answer</translation>
    </message>
    <message>
      <source>{name} gave it back</source>
      <translation>{name} gave it back</translation>
    </message>
    <message>
      <source>{name} got through</source>
      <translation>{name} got through</translation>
    </message>
    <message>
      <source>{name} had diverted</source>
      <translation>{name} had diverted</translation>
    </message>
    <message>
      <source>{name} has no phone connected</source>
      <translation>{name} has no phone connected</translation>
    </message>
    <message>
      <source>{name} is calling back</source>
      <translation>{name} is calling back</translation>
    </message>
    <message>
      <source>{name} lets colleagues through</source>
      <translation>{name} lets colleagues through</translation>
    </message>
    <message>
      <source>{name} lets favourites through</source>
      <translation>{name} lets favourites through</translation>
    </message>
    <message>
      <source>{name} lets the numbers of a list through</source>
      <translation>{name} lets the numbers of a list through</translation>
    </message>
    <message>
      <source>{name} lets through who calls again within 3 minutes</source>
      <translation>{name} lets through who calls again within 3 minutes</translation>
    </message>
    <message>
      <source>{name} opened it again</source>
      <translation>{name} opened it again</translation>
    </message>
    <message>
      <source>{name} said that it is done</source>
      <translation>{name} said that it is done</translation>
    </message>
    <message>
      <source>{name} took it</source>
      <translation>{name} took it</translation>
    </message>
    <message>
      <source>{name} was busy</source>
      <translation>{name} was busy</translation>
    </message>
    <message>
      <source>{name} was closed</source>
      <translation>{name} was closed</translation>
    </message>
    <message>
      <source>{name} was closed for a holiday</source>
      <translation>{name} was closed for a holiday</translation>
    </message>
    <message>
      <source>{name} was open</source>
      <translation>{name} was open</translation>
    </message>
    <message>
      <source>{name} wrote the memo</source>
      <translation>{name} wrote the memo</translation>
    </message>
    <message>
      <source>{name}'s number is closed</source>
      <translation>{name}'s number is closed</translation>
    </message>
    <message>
      <source>{number} is a premium number, which may not be called</source>
      <translation>{number} is a premium number, which may not be called</translation>
    </message>
    <message>
      <source>{number} is in a country that may not be called</source>
      <translation>{number} is in a country that may not be called</translation>
    </message>
    <message>
      <source>{number} was dialled</source>
      <translation>{number} was dialled</translation>
    </message>
    <message>
      <source>{step}: the provider answered “{said}”</source>
      <translation>{step}: the provider answered “{said}”</translation>
    </message>
  </context>
  <context>
    <name>Colleagues</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n found</numerusform>
        <numerusform>%n found</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n free</source>
      <translation>
        <numerusform>%n free</numerusform>
        <numerusform>%n free</numerusform>
      </translation>
    </message>
    <message>
      <source>All</source>
      <translation>All</translation>
    </message>
    <message>
      <source>All colleagues</source>
      <translation>All colleagues</translation>
    </message>
    <message>
      <source>At work again {when}</source>
      <translation>At work again {when}</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call number</source>
      <translation>Call number</translation>
    </message>
    <message>
      <source>Call the mobile</source>
      <translation>Call the mobile</translation>
    </message>
    <message>
      <source>Call waits</source>
      <translation>Call waits</translation>
    </message>
    <message>
      <source>Call when both are free</source>
      <translation>Call when both are free</translation>
    </message>
    <message>
      <source>Call: {kind}</source>
      <translation>Call: {kind}</translation>
    </message>
    <message>
      <source>Calls when you are both free</source>
      <translation>Calls when you are both free</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Clear the search</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Colleagues</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Copy the number</translation>
    </message>
    <message>
      <source>Create a contact</source>
      <translation>Create a contact</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Divert my phone to here</source>
      <translation>Divert my phone to here</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Divert to here</translation>
    </message>
    <message>
      <source>Don't call when both are free</source>
      <translation>Don't call when both are free</translation>
    </message>
    <message>
      <source>Don't tell me when free</source>
      <translation>Don't tell me when free</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Everybody</translation>
    </message>
    <message>
      <source>External contacts</source>
      <translation>External contacts</translation>
    </message>
    <message>
      <source>External number · rings your phone first</source>
      <translation>External number · rings your phone first</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favourite</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favourites</translation>
    </message>
    <message>
      <source>Fetching colleagues …</source>
      <translation>Fetching colleagues …</translation>
    </message>
    <message>
      <source>Free now</source>
      <translation>Free now</translation>
    </message>
    <message>
      <source>Free now – lift the receiver</source>
      <translation>Free now – lift the receiver</translation>
    </message>
    <message>
      <source>In a meeting {until}</source>
      <translation>In a meeting {until}</translation>
    </message>
    <message>
      <source>Internal users</source>
      <translation>Internal users</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Last seen {ago}</translation>
    </message>
    <message>
      <source>Letters {first} to {last}</source>
      <translation>Letters {first} to {last}</translation>
    </message>
    <message>
      <source>Lift the receiver</source>
      <translation>Lift the receiver</translation>
    </message>
    <message>
      <source>List</source>
      <translation>List</translation>
    </message>
    <message>
      <source>List, tiles or day board</source>
      <translation>List, tiles or day board</translation>
    </message>
    <message>
      <source>Local number · rings your phone first</source>
      <translation>Local number · rings your phone first</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Missed {when}</translation>
    </message>
    <message>
      <source>My department</source>
      <translation>My department</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Next step</translation>
    </message>
    <message>
      <source>No colleague is called “{query}”</source>
      <translation>No colleague is called “{query}”</translation>
    </message>
    <message>
      <source>No shared contact is called “{query}”</source>
      <translation>No shared contact is called “{query}”</translation>
    </message>
    <message>
      <source>Nobody is called “{query}”</source>
      <translation>Nobody is called “{query}”</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nothing found</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>Pick up</source>
      <translation>Pick up</translation>
    </message>
    <message>
      <source>Recent calls</source>
      <translation>Recent calls</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Remove from favourites</translation>
    </message>
    <message>
      <source>Scroll by the letters on the right</source>
      <translation>Scroll by the letters on the right</translation>
    </message>
    <message>
      <source>Search among</source>
      <translation>Search among</translation>
    </message>
    <message>
      <source>Search among: {whom}</source>
      <translation>Search among: {whom}</translation>
    </message>
    <message>
      <source>Search the phonebook</source>
      <translation>Search the phonebook</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Select</translation>
    </message>
    <message>
      <source>Show in the phonebook</source>
      <translation>Show in the phonebook</translation>
    </message>
    <message>
      <source>Spoken {when}</source>
      <translation>Spoken {when}</translation>
    </message>
    <message>
      <source>Tell me when free</source>
      <translation>Tell me when free</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tiles</translation>
    </message>
    <message>
      <source>Tiles by department</source>
      <translation>Tiles by department</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Top and bottom</source>
      <translation>Top and bottom</translation>
    </message>
    <message>
      <source>Try fewer letters, a local number or a department.</source>
      <translation>Try fewer letters, a local number or a department.</translation>
    </message>
    <message>
      <source>Type digits to call a number with Enter.</source>
      <translation>Type digits to call a number with Enter.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Without a department</source>
      <translation>Without a department</translation>
    </message>
    <message>
      <source>Write an e-mail</source>
      <translation>Write an e-mail</translation>
    </message>
    <message>
      <source>You are told when free</source>
      <translation>You are told when free</translation>
    </message>
    <message>
      <source>Your own contacts are found in the phonebook.</source>
      <translation>Your own contacts are found in the phonebook.</translation>
    </message>
    <message>
      <source>external contact</source>
      <translation>external contact</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favourite</translation>
    </message>
    <message>
      <source>local {number}</source>
      <translation>local {number}</translation>
    </message>
    <message>
      <source>{place} of {all}</source>
      <translation>{place} of {all}</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>A link can't dial codes with * or #.</source>
      <translation>A link can't dial codes with * or #.</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>All keys</translation>
    </message>
    <message>
      <source>Call selected number</source>
      <translation>Call selected number</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Command palette</translation>
    </message>
    <message>
      <source>Emergency calls are confirmed on the screen.</source>
      <translation>Emergency calls are confirmed on the screen.</translation>
    </message>
    <message>
      <source>Log in to {group}</source>
      <translation>Log in to {group}</translation>
    </message>
    <message>
      <source>Log out of {group}</source>
      <translation>Log out of {group}</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Not connected</translation>
    </message>
    <message>
      <source>Not connected; this is how it was.</source>
      <translation>Not connected; this is how it was.</translation>
    </message>
    <message>
      <source>Not signed in.</source>
      <translation>Not signed in.</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Open the phone</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>Show OnePresence</source>
      <translation>Show OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
    </message>
    <message>
      <source>That message isn't there any more.</source>
      <translation>That message isn't there any more.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>There are several numbers in that.</translation>
    </message>
    <message>
      <source>There is no command {name}. “onepresence commands” lists them.</source>
      <translation>There is no command {name}. “onepresence commands” lists them.</translation>
    </message>
    <message>
      <source>There is no number in that link.</source>
      <translation>There is no number in that link.</translation>
    </message>
    <message>
      <source>There is no quick diversion {name}. There are: {names}</source>
      <translation>There is no quick diversion {name}. There are: {names}</translation>
    </message>
    <message>
      <source>Turn off Do not disturb</source>
      <translation>Turn off Do not disturb</translation>
    </message>
    <message>
      <source>Write a message</source>
      <translation>Write a message</translation>
    </message>
    <message>
      <source>Your phone is open already</source>
      <translation>Your phone is open already</translation>
    </message>
  </context>
  <context>
    <name>Company</name>
    <message>
      <source>A new number answers as soon as it is saved</source>
      <translation>A new number answers as soon as it is saved</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Add a key</source>
      <translation>Add a key</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>As usual</translation>
    </message>
    <message>
      <source>Block a number</source>
      <translation>Block a number</translation>
    </message>
    <message>
      <source>Blocked callers</source>
      <translation>Blocked callers</translation>
    </message>
    <message>
      <source>Calls now → {way}</source>
      <translation>Calls now → {way}</translation>
    </message>
    <message>
      <source>Calls to {number} then reach nobody.</source>
      <translation>Calls to {number} then reach nobody.</translation>
    </message>
    <message>
      <source>Choose a sound file instead: {what}</source>
      <translation>Choose a sound file instead: {what}</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Closed</translation>
    </message>
    <message>
      <source>Closed now</source>
      <translation>Closed now</translation>
    </message>
    <message>
      <source>Closed on these days</source>
      <translation>Closed on these days</translation>
    </message>
    <message>
      <source>Closed on {day}</source>
      <translation>Closed on {day}</translation>
    </message>
    <message>
      <source>Closed today: holiday</source>
      <translation>Closed today: holiday</translation>
    </message>
    <message>
      <source>Company number</source>
      <translation>Company number</translation>
    </message>
    <message>
      <source>Day, as 24.12</source>
      <translation>Day, as 24.12</translation>
    </message>
    <message>
      <source>Delete the number</source>
      <translation>Delete the number</translation>
    </message>
    <message>
      <source>Delete the recording: {what}</source>
      <translation>Delete the recording: {what}</translation>
    </message>
    <message>
      <source>Delete this menu</source>
      <translation>Delete this menu</translation>
    </message>
    <message>
      <source>Delete {number}</source>
      <translation>Delete {number}</translation>
    </message>
    <message>
      <source>First menu</source>
      <translation>First menu</translation>
    </message>
    <message>
      <source>Give the day a name.</source>
      <translation>Give the day a name.</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Greeting</translation>
    </message>
    <message>
      <source>Holidays and closing days</source>
      <translation>Holidays and closing days</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Key</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Language of the texts</source>
      <translation>Language of the texts</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Languages</translation>
    </message>
    <message>
      <source>Leads to</source>
      <translation>Leads to</translation>
    </message>
    <message>
      <source>Let {name} in again</source>
      <translation>Let {name} in again</translation>
    </message>
    <message>
      <source>Listen: {what}</source>
      <translation>Listen: {what}</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>Menu (none: it rings at once)</source>
      <translation>Menu (none: it rings at once)</translation>
    </message>
    <message>
      <source>Menu {n}</source>
      <translation>Menu {n}</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the day</source>
      <translation>Name of the day</translation>
    </message>
    <message>
      <source>Name of the menu</source>
      <translation>Name of the menu</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Name or number</translation>
    </message>
    <message>
      <source>New menu</source>
      <translation>New menu</translation>
    </message>
    <message>
      <source>New number</source>
      <translation>New number</translation>
    </message>
    <message>
      <source>No number of the company's own yet: fill in the first one</source>
      <translation>No number of the company's own yet: fill in the first one</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Number from outside</source>
      <translation>Number from outside</translation>
    </message>
    <message>
      <source>On holidays</source>
      <translation>On holidays</translation>
    </message>
    <message>
      <source>On holidays (empty: as when closed)</source>
      <translation>On holidays (empty: as when closed)</translation>
    </message>
    <message>
      <source>Open now</source>
      <translation>Open now</translation>
    </message>
    <message>
      <source>Opening hours</source>
      <translation>Opening hours</translation>
    </message>
    <message>
      <source>Opening hours (none: always open)</source>
      <translation>Opening hours (none: always open)</translation>
    </message>
    <message>
      <source>Recorded ({length}): heard instead of the text</source>
      <translation>Recorded ({length}): heard instead of the text</translation>
    </message>
    <message>
      <source>Refuse callers without a number</source>
      <translation>Refuse callers without a number</translation>
    </message>
    <message>
      <source>Said before it rings</source>
      <translation>Said before it rings</translation>
    </message>
    <message numerus="yes">
      <source>Show %n more</source>
      <translation>
        <numerusform>Show %n more</numerusform>
        <numerusform>Show %n more</numerusform>
      </translation>
    </message>
    <message>
      <source>Sound file for callers</source>
      <translation>Sound file for callers</translation>
    </message>
    <message>
      <source>Spoken:</source>
      <translation>Spoken:</translation>
    </message>
    <message>
      <source>Take the key away</source>
      <translation>Take the key away</translation>
    </message>
    <message>
      <source>Take {day} away</source>
      <translation>Take {day} away</translation>
    </message>
    <message>
      <source>Then to: name or number (empty: the call ends)</source>
      <translation>Then to: name or number (empty: the call ends)</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unknown</translation>
    </message>
    <message>
      <source>What is said</source>
      <translation>What is said</translation>
    </message>
    <message>
      <source>What is said, in</source>
      <translation>What is said, in</translation>
    </message>
    <message>
      <source>What the menu says</source>
      <translation>What the menu says</translation>
    </message>
    <message>
      <source>When closed</source>
      <translation>When closed</translation>
    </message>
    <message>
      <source>When nobody answers</source>
      <translation>When nobody answers</translation>
    </message>
    <message>
      <source>Which language</source>
      <translation>Which language</translation>
    </message>
    <message>
      <source>Which menu</source>
      <translation>Which menu</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>Who answers</translation>
    </message>
    <message>
      <source>Write the day as 24.12 or 24.12.2026.</source>
      <translation>Write the day as 24.12 or 24.12.2026.</translation>
    </message>
    <message>
      <source>greeting</source>
      <translation>greeting</translation>
    </message>
    <message>
      <source>menu</source>
      <translation>menu</translation>
    </message>
    <message>
      <source>message</source>
      <translation>message</translation>
    </message>
    <message>
      <source>the end</source>
      <translation>the end</translation>
    </message>
    <message>
      <source>{when}: then to</source>
      <translation>{when}: then to</translation>
    </message>
  </context>
  <context>
    <name>Connections</name>
    <message numerus="yes">
      <source>%n connection(s)</source>
      <translation>
        <numerusform>%n connection</numerusform>
        <numerusform>%n connections</numerusform>
      </translation>
    </message>
    <message>
      <source>A whole number up to 65535 is wanted.</source>
      <translation>A whole number up to 65535 is wanted.</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>Account</translation>
    </message>
    <message>
      <source>Address (URL)</source>
      <translation>Address (URL)</translation>
    </message>
    <message>
      <source>Address (URL) of each calendar</source>
      <translation>Address (URL) of each calendar</translation>
    </message>
    <message>
      <source>An entry with one of these words becomes that absence, for everybody who has switched that on.</source>
      <translation>An entry with one of these words becomes that absence, for everybody who has switched that on.</translation>
    </message>
    <message>
      <source>Another server is told it, so type it again.</source>
      <translation>Another server is told it, so type it again.</translation>
    </message>
    <message>
      <source>Answers go to</source>
      <translation>Answers go to</translation>
    </message>
    <message>
      <source>Application (client) ID</source>
      <translation>Application (client) ID</translation>
    </message>
    <message>
      <source>Below this entry</source>
      <translation>Below this entry</translation>
    </message>
    <message>
      <source>Calendars (CalDAV)</source>
      <translation>Calendars (CalDAV)</translation>
    </message>
    <message>
      <source>Calendars (Exchange Server)</source>
      <translation>Calendars (Exchange Server)</translation>
    </message>
    <message>
      <source>Calendars (ICS addresses)</source>
      <translation>Calendars (ICS addresses)</translation>
    </message>
    <message>
      <source>Calendars (Microsoft 365)</source>
      <translation>Calendars (Microsoft 365)</translation>
    </message>
    <message>
      <source>Client secret</source>
      <translation>Client secret</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Connections</translation>
    </message>
    <message>
      <source>Delegated calendars</source>
      <translation>Delegated calendars</translation>
    </message>
    <message>
      <source>Delete the connection</source>
      <translation>Delete the connection</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Delete {name}</translation>
    </message>
    <message>
      <source>Directory (CardDAV)</source>
      <translation>Directory (CardDAV)</translation>
    </message>
    <message>
      <source>Directory (LDAP, Active Directory)</source>
      <translation>Directory (LDAP, Active Directory)</translation>
    </message>
    <message>
      <source>Doesn't work since {time}</source>
      <translation>Doesn't work since {time}</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Encryption</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Fields</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Graph address of another cloud</source>
      <translation>Graph address of another cloud</translation>
    </message>
    <message>
      <source>Headers</source>
      <translation>Headers</translation>
    </message>
    <message>
      <source>Impersonation</source>
      <translation>Impersonation</translation>
    </message>
    <message>
      <source>In the address</source>
      <translation>In the address</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>In use</translation>
    </message>
    <message>
      <source>It is needed.</source>
      <translation>It is needed.</translation>
    </message>
    <message>
      <source>It is too long.</source>
      <translation>It is too long.</translation>
    </message>
    <message>
      <source>It isn't written as it should be.</source>
      <translation>It isn't written as it should be.</translation>
    </message>
    <message>
      <source>It needs {email} or {user} for the person.</source>
      <translation>It needs {email} or {user} for the person.</translation>
    </message>
    <message>
      <source>It stands in the service's settings file, and is used until there is one here.</source>
      <translation>It stands in the service's settings file, and is used until there is one here.</translation>
    </message>
    <message>
      <source>It works. The server says: {said}</source>
      <translation>It works. The server says: {said}</translation>
    </message>
    <message>
      <source>Its yes holds (regular expression)</source>
      <translation>Its yes holds (regular expression)</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Known anyway ({language}): {words}</source>
      <translation>Known anyway ({language}): {words}</translation>
    </message>
    <message>
      <source>Mail (SMTP)</source>
      <translation>Mail (SMTP)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New connection</source>
      <translation>New connection</translation>
    </message>
    <message>
      <source>No</source>
      <translation>No</translation>
    </message>
    <message>
      <source>No connection yet: nothing is mailed or texted</source>
      <translation>No connection yet: nothing is mailed or texted</translation>
    </message>
    <message>
      <source>None (this computer only)</source>
      <translation>None (this computer only)</translation>
    </message>
    <message>
      <source>Not in use</source>
      <translation>Not in use</translation>
    </message>
    <message>
      <source>Not used yet</source>
      <translation>Not used yet</translation>
    </message>
    <message>
      <source>Of several for one purpose the first that is in use counts.</source>
      <translation>Of several for one purpose the first that is in use counts.</translation>
    </message>
    <message>
      <source>Our address for delivery reports</source>
      <translation>Our address for delivery reports</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Read the calendar of (e-mail)</source>
      <translation>Read the calendar of (e-mail)</translation>
    </message>
    <message>
      <source>Read: {names}.</source>
      <translation>Read: {names}.</translation>
    </message>
    <message>
      <source>SMS centre (SMPP)</source>
      <translation>SMS centre (SMPP)</translation>
    </message>
    <message>
      <source>SMS gateway (HTTP)</source>
      <translation>SMS gateway (HTTP)</translation>
    </message>
    <message>
      <source>SMS gateway (Kannel)</source>
      <translation>SMS gateway (Kannel)</translation>
    </message>
    <message>
      <source>Search connection</source>
      <translation>Search connection</translation>
    </message>
    <message>
      <source>Send a mail to</source>
      <translation>Send a mail to</translation>
    </message>
    <message>
      <source>Send an SMS to</source>
      <translation>Send an SMS to</translation>
    </message>
    <message>
      <source>Sender</source>
      <translation>Sender</translation>
    </message>
    <message>
      <source>Sent. The server says: {said}</source>
      <translation>Sent. The server says: {said}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Sign-in address of another cloud</source>
      <translation>Sign-in address of another cloud</translation>
    </message>
    <message>
      <source>Tenant (domain or ID)</source>
      <translation>Tenant (domain or ID)</translation>
    </message>
    <message>
      <source>The account reads by</source>
      <translation>The account reads by</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Try</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Try it</translation>
    </message>
    <message>
      <source>Way of asking</source>
      <translation>Way of asking</translation>
    </message>
    <message>
      <source>What everybody sees besides the name</source>
      <translation>What everybody sees besides the name</translation>
    </message>
    <message>
      <source>Without encryption only on the service's own computer.</source>
      <translation>Without encryption only on the service's own computer.</translation>
    </message>
    <message>
      <source>Word list</source>
      <translation>Word list</translation>
    </message>
    <message>
      <source>Words in calendars</source>
      <translation>Words in calendars</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Works</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>{name} isn't used any more, and its password is forgotten.</source>
      <translation>{name} isn't used any more, and its password is forgotten.</translation>
    </message>
    <message>
      <source>{sentence} It said: “{said}”</source>
      <translation>{sentence} It said: “{said}”</translation>
    </message>
    <message>
      <source>•••••••• kept as it is</source>
      <translation>•••••••• kept as it is</translation>
    </message>
  </context>
  <context>
    <name>DayBoard</name>
    <message>
      <source>Day</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Day back</source>
      <translation>Day back</translation>
    </message>
    <message>
      <source>Day board</source>
      <translation>Day board</translation>
    </message>
    <message>
      <source>Day on</source>
      <translation>Day on</translation>
    </message>
    <message>
      <source>Day or week</source>
      <translation>Day or week</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Diversion</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Meeting</translation>
    </message>
    <message>
      <source>Next back: {name} {time}</source>
      <translation>Next back: {name} {time}</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>On the phone</translation>
    </message>
    <message>
      <source>Outside working hours</source>
      <translation>Outside working hours</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Over</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Week</translation>
    </message>
    <message>
      <source>Week back</source>
      <translation>Week back</translation>
    </message>
    <message>
      <source>Week on</source>
      <translation>Week on</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Week {number}</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Working from home</translation>
    </message>
    <message>
      <source>dddd d MMMM</source>
      <translation>dddd d MMMM</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>from {time}</translation>
    </message>
    <message>
      <source>{what} {from} to {to}</source>
      <translation>{what} {from} to {to}</translation>
    </message>
  </context>
  <context>
    <name>Details</name>
    <message>
      <source>About</source>
      <translation>About</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Call {address}</source>
      <translation>Call {address}</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Calls go to</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Diversion</translation>
    </message>
    <message>
      <source>Don't wait any longer</source>
      <translation>Don't wait any longer</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>For the reception</source>
      <translation>For the reception</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Local number</translation>
    </message>
    <message>
      <source>Meeting {until}</source>
      <translation>Meeting {until}</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobile</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>When both are free, {until}</source>
      <translation>When both are free, {until}</translation>
    </message>
    <message>
      <source>Write to {address}</source>
      <translation>Write to {address}</translation>
    </message>
    <message>
      <source>You are called</source>
      <translation>You are called</translation>
    </message>
  </context>
  <context>
    <name>Dial</name>
    <message numerus="yes">
      <source>%n number(s) found – whom do you want to call?</source>
      <translation>
        <numerusform>%n number found – whom do you want to call?</numerusform>
        <numerusform>%n numbers found – whom do you want to call?</numerusform>
      </translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call now</source>
      <translation>Call now</translation>
    </message>
    <message>
      <source>Call {number} – {name}?</source>
      <translation>Call {number} – {name}?</translation>
    </message>
    <message>
      <source>Call {number}?</source>
      <translation>Call {number}?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Emergency call to {number}?</source>
      <translation>Emergency call to {number}?</translation>
    </message>
    <message>
      <source>From the desk phone</source>
      <translation>From the desk phone</translation>
    </message>
    <message>
      <source>From the mobile</source>
      <translation>From the mobile</translation>
    </message>
    <message>
      <source>From the softphone</source>
      <translation>From the softphone</translation>
    </message>
    <message>
      <source>Guessed from the text</source>
      <translation>Guessed from the text</translation>
    </message>
    <message>
      <source>No number in the selected text</source>
      <translation>No number in the selected text</translation>
    </message>
    <message>
      <source>No number selected</source>
      <translation>No number selected</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>The program with the selected text doesn't answer</source>
      <translation>The program with the selected text doesn't answer</translation>
    </message>
    <message>
      <source>There is no number in that.</source>
      <translation>There is no number in that.</translation>
    </message>
    <message>
      <source>Type the number to call.</source>
      <translation>Type the number to call.</translation>
    </message>
  </context>
  <context>
    <name>Diversion</name>
    <message>
      <source>(back {time})</source>
      <translation>(back {time})</translation>
    </message>
    <message>
      <source>1 h</source>
      <translation>1 h</translation>
    </message>
    <message>
      <source>2 h</source>
      <translation>2 h</translation>
    </message>
    <message>
      <source>A newer one counts</source>
      <translation>A newer one counts</translation>
    </message>
    <message>
      <source>Add a number to my list</source>
      <translation>Add a number to my list</translation>
    </message>
    <message>
      <source>Calls again in 3 min</source>
      <translation>Calls again in 3 min</translation>
    </message>
    <message>
      <source>Calls can't go to {at}</source>
      <translation>Calls can't go to {at}</translation>
    </message>
    <message>
      <source>Calls from {when}</source>
      <translation>Calls from {when}</translation>
    </message>
    <message>
      <source>Calls now</source>
      <translation>Calls now</translation>
    </message>
    <message>
      <source>Calls would loop back to {at}</source>
      <translation>Calls would loop back to {at}</translation>
    </message>
    <message>
      <source>Change something above to set another one.</source>
      <translation>Change something above to set another one.</translation>
    </message>
    <message>
      <source>Change {what}</source>
      <translation>Change {what}</translation>
    </message>
    <message>
      <source>Changed: {what}</source>
      <translation>Changed: {what}</translation>
    </message>
    <message>
      <source>Choose who</source>
      <translation>Choose who</translation>
    </message>
    <message>
      <source>Choose who calls should go to.</source>
      <translation>Choose who calls should go to.</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Colleague</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Colleagues</translation>
    </message>
    <message>
      <source>Colleagues see: {words}</source>
      <translation>Colleagues see: {words}</translation>
    </message>
    <message>
      <source>Colleagues: {where}</source>
      <translation>Colleagues: {where}</translation>
    </message>
    <message>
      <source>Current</source>
      <translation>Current</translation>
    </message>
    <message>
      <source>Discard the change</source>
      <translation>Discard the change</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Divert</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Divert my phone</translation>
    </message>
    <message>
      <source>Diverted: {what}</source>
      <translation>Diverted: {what}</translation>
    </message>
    <message>
      <source>Diverting to an external number is charged as a call from you.</source>
      <translation>Diverting to an external number is charged as a call from you.</translation>
    </message>
    <message>
      <source>End {what}</source>
      <translation>End {what}</translation>
    </message>
    <message>
      <source>External</source>
      <translation>External</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favourites</translation>
    </message>
    <message>
      <source>From</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Give the quick diversion a name.</source>
      <translation>Give the quick diversion a name.</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Keep open</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Kind of number</translation>
    </message>
    <message>
      <source>More</source>
      <translation>More</translation>
    </message>
    <message>
      <source>More reasons</source>
      <translation>More reasons</translation>
    </message>
    <message>
      <source>My list</source>
      <translation>My list</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>My mobile</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Name of the group</translation>
    </message>
    <message>
      <source>Name of the quick diversion</source>
      <translation>Name of the quick diversion</translation>
    </message>
    <message>
      <source>Name or local number</source>
      <translation>Name or local number</translation>
    </message>
    <message>
      <source>No colleague has that name or local number.</source>
      <translation>No colleague has that name or local number.</translation>
    </message>
    <message>
      <source>Nobody in the company has the number {at}</source>
      <translation>Nobody in the company has the number {at}</translation>
    </message>
    <message>
      <source>Nobody is in the group {at}</source>
      <translation>Nobody is in the group {at}</translation>
    </message>
    <message>
      <source>Not sent without a connection</source>
      <translation>Not sent without a connection</translation>
    </message>
    <message>
      <source>Nothing planned</source>
      <translation>Nothing planned</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Now</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Number, or the name of a saved one</source>
      <translation>Number, or the name of a saved one</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Open the phone</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Planned: {what}</source>
      <translation>Planned: {what}</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Remember as a quick diversion</source>
      <translation>Remember as a quick diversion</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Reset</translation>
    </message>
    <message>
      <source>Save the change</source>
      <translation>Save the change</translation>
    </message>
    <message>
      <source>Send calls to</source>
      <translation>Send calls to</translation>
    </message>
    <message>
      <source>Shown at the left and in the tray's menu</source>
      <translation>Shown at the left and in the tray's menu</translation>
    </message>
    <message>
      <source>Split: outside and colleagues</source>
      <translation>Split: outside and colleagues</translation>
    </message>
    <message>
      <source>Take {name} off the list</source>
      <translation>Take {name} off the list</translation>
    </message>
    <message>
      <source>Takes a message</source>
      <translation>Takes a message</translation>
    </message>
    <message>
      <source>Takes precedence over “{what}”, which is running now</source>
      <translation>Takes precedence over “{what}”, which is running now</translation>
    </message>
    <message>
      <source>Takes the call</source>
      <translation>Takes the call</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Text for colleagues</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Text for the reception</translation>
    </message>
    <message>
      <source>That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00.</source>
      <translation>That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00.</translation>
    </message>
    <message>
      <source>That is no telephone number, and no saved one has that name.</source>
      <translation>That is no telephone number, and no saved one has that name.</translation>
    </message>
    <message>
      <source>That time has passed.</source>
      <translation>That time has passed.</translation>
    </message>
    <message>
      <source>The company has no reception</source>
      <translation>The company has no reception</translation>
    </message>
    <message>
      <source>The diversion wasn't saved.</source>
      <translation>The diversion wasn't saved.</translation>
    </message>
    <message>
      <source>The end must lie after the beginning.</source>
      <translation>The end must lie after the beginning.</translation>
    </message>
    <message>
      <source>The phone is open</source>
      <translation>The phone is open</translation>
    </message>
    <message>
      <source>The phone rings</source>
      <translation>The phone rings</translation>
    </message>
    <message>
      <source>The same for all</source>
      <translation>The same for all</translation>
    </message>
    <message>
      <source>The schedule counts</source>
      <translation>The schedule counts</translation>
    </message>
    <message>
      <source>There is no group of that name.</source>
      <translation>There is no group of that name.</translation>
    </message>
    <message>
      <source>There is no line to the outside: {at} can't be reached</source>
      <translation>There is no line to the outside: {at} can't be reached</translation>
    </message>
    <message>
      <source>Times in {place}, where it is {time}</source>
      <translation>Times in {place}, where it is {time}</translation>
    </message>
    <message>
      <source>To</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Until further notice</translation>
    </message>
    <message>
      <source>Upcoming</source>
      <translation>Upcoming</translation>
    </message>
    <message>
      <source>Who gets through: {who}</source>
      <translation>Who gets through: {who}</translation>
    </message>
    <message>
      <source>Write when it ends, or choose “Until further notice”.</source>
      <translation>Write when it ends, or choose “Until further notice”.</translation>
    </message>
    <message>
      <source>You have a quick diversion of that name already.</source>
      <translation>You have a quick diversion of that name already.</translation>
    </message>
    <message>
      <source>Your own diversion counts</source>
      <translation>Your own diversion counts</translation>
    </message>
    <message>
      <source>colleagues → your phone</source>
      <translation>colleagues → your phone</translation>
    </message>
    <message>
      <source>colleagues → {place}</source>
      <translation>colleagues → {place}</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>nobody</translation>
    </message>
    <message>
      <source>{at} can't be called</source>
      <translation>{at} can't be called</translation>
    </message>
    <message>
      <source>{at} has no access any more and takes no calls</source>
      <translation>{at} has no access any more and takes no calls</translation>
    </message>
    <message>
      <source>{calls} ring your phone</source>
      <translation>{calls} ring your phone</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} left</translation>
    </message>
    <message>
      <source>{who} ring</source>
      <translation>{who} ring</translation>
    </message>
    <message>
      <source>½ h</source>
      <translation>½ h</translation>
    </message>
    <message>
      <source>“{what}” has been cancelled.</source>
      <translation>“{what}” has been cancelled.</translation>
    </message>
    <message>
      <source>“{what}” has been ended.</source>
      <translation>“{what}” has been ended.</translation>
    </message>
  </context>
  <context>
    <name>Doctor</name>
    <message numerus="yes">
      <source>%n thing(s) to mend</source>
      <translation>
        <numerusform>%n thing to mend</numerusform>
        <numerusform>%n things to mend</numerusform>
      </translation>
    </message>
    <message>
      <source>A phone</source>
      <translation>A phone</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>All (UDP)</source>
      <translation>All (UDP)</translation>
    </message>
    <message>
      <source>Ask the provider; without an answer, check the server's name and the network.</source>
      <translation>Ask the provider; without an answer, check the server's name and the network.</translation>
    </message>
    <message>
      <source>By {program}</source>
      <translation>By {program}</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Certificate</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Check again</translation>
    </message>
    <message>
      <source>Check the addresses and the mail server.</source>
      <translation>Check the addresses and the mail server.</translation>
    </message>
    <message>
      <source>Check the database and its disk; nothing is lost.</source>
      <translation>Check the database and its disk; nothing is lost.</translation>
    </message>
    <message>
      <source>Check the user in the phone, or add the device.</source>
      <translation>Check the user in the phone, or add the device.</translation>
    </message>
    <message>
      <source>Checked {time}</source>
      <translation>Checked {time}</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>Clock</translation>
    </message>
    <message>
      <source>Compare their e-mail addresses, and what the account may read there.</source>
      <translation>Compare their e-mail addresses, and what the account may read there.</translation>
    </message>
    <message>
      <source>Connection {name}</source>
      <translation>Connection {name}</translation>
    </message>
    <message>
      <source>Connection {name} doesn't give every calendar</source>
      <translation>Connection {name} doesn't give every calendar</translation>
    </message>
    <message>
      <source>Connection {name} doesn't work</source>
      <translation>Connection {name} doesn't work</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Copy report</translation>
    </message>
    <message>
      <source>Correct --public-address, or leave it out: what the provider sees is then used.</source>
      <translation>Correct --public-address, or leave it out: what the provider sees is then used.</translation>
    </message>
    <message>
      <source>Correct the password in the phone, then lift the block.</source>
      <translation>Correct the password in the phone, then lift the block.</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>Disk</translation>
    </message>
    <message>
      <source>Everything is well</source>
      <translation>Everything is well</translation>
    </message>
    <message>
      <source>From {from}, by the group's rota</source>
      <translation>From {from}, by the group's rota</translation>
    </message>
    <message>
      <source>Give it more seconds under [transcription], or a smaller model.</source>
      <translation>Give it more seconds under [transcription], or a smaller model.</translation>
    </message>
    <message>
      <source>Give the service more ports (--rtp-ports), and open them in the firewall.</source>
      <translation>Give the service more ports (--rtp-ports), and open them in the firewall.</translation>
    </message>
    <message>
      <source>Give the week to somebody, under Groups.</source>
      <translation>Give the week to somebody, under Groups.</translation>
    </message>
    <message>
      <source>Good for {days} days</source>
      <translation>Good for {days} days</translation>
    </message>
    <message>
      <source>Install it on the server, or correct [transcription] in the service's settings.</source>
      <translation>Install it on the server, or correct [transcription] in the service's settings.</translation>
    </message>
    <message>
      <source>It doesn't ring over {line}: {said}</source>
      <translation>It doesn't ring over {line}: {said}</translation>
    </message>
    <message>
      <source>It rings over {line}: {said}</source>
      <translation>It rings over {line}: {said}</translation>
    </message>
    <message>
      <source>Keep the files, and report it.</source>
      <translation>Keep the files, and report it.</translation>
    </message>
    <message>
      <source>Let a member log in, in the program or by *45*; else give the group other hours.</source>
      <translation>Let a member log in, in the program or by *45*; else give the group other hours.</translation>
    </message>
    <message>
      <source>Let the server set its clock by a time server.</source>
      <translation>Let the server set its clock by a time server.</translation>
    </message>
    <message>
      <source>Let the service listen on the network (--sip).</source>
      <translation>Let the service listen on the network (--sip).</translation>
    </message>
    <message>
      <source>Let the service write its files: until then no change is kept.</source>
      <translation>Let the service write its files: until then no change is kept.</translation>
    </message>
    <message>
      <source>Lift the block</source>
      <translation>Lift the block</translation>
    </message>
    <message>
      <source>Line {name}</source>
      <translation>Line {name}</translation>
    </message>
    <message>
      <source>Line {name} doesn't work</source>
      <translation>Line {name} doesn't work</translation>
    </message>
    <message>
      <source>Mail or SMS couldn't be delivered</source>
      <translation>Mail or SMS couldn't be delivered</translation>
    </message>
    <message>
      <source>Make a new address for the phone under Devices, and type it in.</source>
      <translation>Make a new address for the phone under Devices, and type it in.</translation>
    </message>
    <message>
      <source>Make room now: callers can't leave messages.</source>
      <translation>Make room now: callers can't leave messages.</translation>
    </message>
    <message>
      <source>Make room on the server's disk.</source>
      <translation>Make room on the server's disk.</translation>
    </message>
    <message>
      <source>Mend it under Connections, and try it there.</source>
      <translation>Mend it under Connections, and try it there.</translation>
    </message>
    <message>
      <source>No ports are left for sound: new calls are refused</source>
      <translation>No ports are left for sound: new calls are refused</translation>
    </message>
    <message>
      <source>Nobody is logged in to {name}</source>
      <translation>Nobody is logged in to {name}</translation>
    </message>
    <message>
      <source>Nobody is on call for {name}</source>
      <translation>Nobody is on call for {name}</translation>
    </message>
    <message>
      <source>Nothing, unless you know the address.</source>
      <translation>Nothing, unless you know the address.</translation>
    </message>
    <message>
      <source>Number to try</source>
      <translation>Number to try</translation>
    </message>
    <message>
      <source>Only programs on this machine can be phones</source>
      <translation>Only programs on this machine can be phones</translation>
    </message>
    <message>
      <source>Open the address in a browser: a page to sign in at is no calendar. Set it anew under People.</source>
      <translation>Open the address in a browser: a page to sign in at is no calendar. Set it anew under People.</translation>
    </message>
    <message>
      <source>Own calendars can't be read: {people}</source>
      <translation>Own calendars can't be read: {people}</translation>
    </message>
    <message>
      <source>Phones can't come in</source>
      <translation>Phones can't come in</translation>
    </message>
    <message>
      <source>Port for phones</source>
      <translation>Port for phones</translation>
    </message>
    <message>
      <source>Ports for sound</source>
      <translation>Ports for sound</translation>
    </message>
    <message>
      <source>Renew it, and start the service again.</source>
      <translation>Renew it, and start the service again.</translation>
    </message>
    <message>
      <source>Run its command by hand on the server, and read what it says.</source>
      <translation>Run its command by hand on the server, and read what it says.</translation>
    </message>
    <message>
      <source>Set the phone to TLS and SRTP.</source>
      <translation>Set the phone to TLS and SRTP.</translation>
    </message>
    <message>
      <source>Some call records couldn't be written</source>
      <translation>Some call records couldn't be written</translation>
    </message>
    <message>
      <source>Somebody unknown tries to call</source>
      <translation>Somebody unknown tries to call</translation>
    </message>
    <message>
      <source>Something this program is too old to know</source>
      <translation>Something this program is too old to know</translation>
    </message>
    <message>
      <source>Start the service again, and look at its log.</source>
      <translation>Start the service again, and look at its log.</translation>
    </message>
    <message>
      <source>The certificate has run out</source>
      <translation>The certificate has run out</translation>
    </message>
    <message>
      <source>The certificate runs out in {days} days</source>
      <translation>The certificate runs out in {days} days</translation>
    </message>
    <message>
      <source>The clock is wrong</source>
      <translation>The clock is wrong</translation>
    </message>
    <message>
      <source>The database can only be read</source>
      <translation>The database can only be read</translation>
    </message>
    <message>
      <source>The database can't be written</source>
      <translation>The database can't be written</translation>
    </message>
    <message>
      <source>The disk is full</source>
      <translation>The disk is full</translation>
    </message>
    <message>
      <source>The disk is nearly full</source>
      <translation>The disk is nearly full</translation>
    </message>
    <message>
      <source>The group is open, and all its members are logged out</source>
      <translation>The group is open, and all its members are logged out</translation>
    </message>
    <message>
      <source>The provider's answer: “{said}”</source>
      <translation>The provider's answer: “{said}”</translation>
    </message>
    <message>
      <source>The public address that is set isn't ours</source>
      <translation>The public address that is set isn't ours</translation>
    </message>
    <message>
      <source>Try a call</source>
      <translation>Try a call</translation>
    </message>
    <message>
      <source>Type the device's SIP password into the phone.</source>
      <translation>Type the device's SIP password into the phone.</translation>
    </message>
    <message>
      <source>Until {until}</source>
      <translation>Until {until}</translation>
    </message>
    <message>
      <source>Voicemail as text</source>
      <translation>Voicemail as text</translation>
    </message>
    <message>
      <source>Voicemail can't be written out</source>
      <translation>Voicemail can't be written out</translation>
    </message>
    <message>
      <source>Voicemail isn't written out in time</source>
      <translation>Voicemail isn't written out in time</translation>
    </message>
    <message>
      <source>Voicemail isn't written out: no program for it</source>
      <translation>Voicemail isn't written out: no program for it</translation>
    </message>
    <message numerus="yes">
      <source>Well: %n</source>
      <translation>
        <numerusform>Well: %n</numerusform>
        <numerusform>Well: %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Works</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>since {time}</translation>
    </message>
    <message>
      <source>{address} ({kind})</source>
      <translation>{address} ({kind})</translation>
    </message>
    <message>
      <source>{address} ({kind}) is closed</source>
      <translation>{address} ({kind}) is closed</translation>
    </message>
    <message>
      <source>{address} ({kind}) is open</source>
      <translation>{address} ({kind}) is open</translation>
    </message>
    <message>
      <source>{address} · user {user} · {tries} tries</source>
      <translation>{address} · user {user} · {tries} tries</translation>
    </message>
    <message>
      <source>{address} · user {user} · {tries} wrong passwords</source>
      <translation>{address} · user {user} · {tries} wrong passwords</translation>
    </message>
    <message>
      <source>{agent} is blocked until {until}</source>
      <translation>{agent} is blocked until {until}</translation>
    </message>
    <message>
      <source>{agent} isn't encrypted, and was refused</source>
      <translation>{agent} isn't encrypted, and was refused</translation>
    </message>
    <message>
      <source>{agent} signs in as a user that doesn't exist</source>
      <translation>{agent} signs in as a user that doesn't exist</translation>
    </message>
    <message>
      <source>{agent} signs in with a wrong password</source>
      <translation>{agent} signs in with a wrong password</translation>
    </message>
    <message>
      <source>{agent} was refused its settings</source>
      <translation>{agent} was refused its settings</translation>
    </message>
    <message>
      <source>{agent} · {address} · {tries} tries</source>
      <translation>{agent} · {address} · {tries} tries</translation>
    </message>
    <message>
      <source>{count} call records and messages wait on the disk</source>
      <translation>{count} call records and messages wait on the disk</translation>
    </message>
    <message>
      <source>{count} in all: {reason}</source>
      <translation>{count} in all: {reason}</translation>
    </message>
    <message>
      <source>{count} lie in spool/aside</source>
      <translation>{count} lie in spool/aside</translation>
    </message>
    <message>
      <source>{count} missing: {people}</source>
      <translation>{count} missing: {people}</translation>
    </message>
    <message>
      <source>{count} were given up</source>
      <translation>{count} were given up</translation>
    </message>
    <message>
      <source>{first}–{last} (UDP) · {used} of {most} in use</source>
      <translation>{first}–{last} (UDP) · {used} of {most} in use</translation>
    </message>
    <message>
      <source>{free} free</source>
      <translation>{free} free</translation>
    </message>
    <message>
      <source>{name} is told {told}, and sees {seen}</source>
      <translation>{name} is told {told}, and sees {seen}</translation>
    </message>
    <message>
      <source>{own} is seen from outside as {seen}</source>
      <translation>{own} is seen from outside as {seen}</translation>
    </message>
    <message>
      <source>{program} isn't there, or may not be run</source>
      <translation>{program} isn't there, or may not be run</translation>
    </message>
    <message>
      <source>{program} · {count} without a text in a row</source>
      <translation>{program} · {count} without a text in a row</translation>
    </message>
    <message>
      <source>{program}: {said} · {count} without a text in a row</source>
      <translation>{program}: {said} · {count} without a text in a row</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{seconds} s from the provider's</source>
      <translation>{seconds} s from the provider's</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>{typed} of {all} digits</source>
      <translation>{typed} of {all} digits</translation>
    </message>
  </context>
  <context>
    <name>Forgotten</name>
    <message>
      <source>A code is sent to the address or mobile that your company has for you.</source>
      <translation>A code is sent to the address or mobile that your company has for you.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Choose a new password</source>
      <translation>Choose a new password</translation>
    </message>
    <message>
      <source>Code, six digits</source>
      <translation>Code, six digits</translation>
    </message>
    <message>
      <source>Forgotten password</source>
      <translation>Forgotten password</translation>
    </message>
    <message>
      <source>If local number {number} exists, a code has been sent by SMS. It is valid for {n} minutes.</source>
      <translation>If local number {number} exists, a code has been sent by SMS. It is valid for {n} minutes.</translation>
    </message>
    <message>
      <source>If local number {number} exists, a code has been sent by e-mail. It is valid for {n} minutes.</source>
      <translation>If local number {number} exists, a code has been sent by e-mail. It is valid for {n} minutes.</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Save and sign in</source>
      <translation>Save and sign in</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Send again</translation>
    </message>
    <message>
      <source>Send again in {seconds} s</source>
      <translation>Send again in {seconds} s</translation>
    </message>
    <message>
      <source>Send code</source>
      <translation>Send code</translation>
    </message>
    <message>
      <source>Send the code</source>
      <translation>Send the code</translation>
    </message>
    <message>
      <source>This code isn't right, or its time is over.</source>
      <translation>This code isn't right, or its time is over.</translation>
    </message>
    <message>
      <source>Type the code</source>
      <translation>Type the code</translation>
    </message>
    <message>
      <source>You are signed out everywhere else.</source>
      <translation>You are signed out everywhere else.</translation>
    </message>
    <message>
      <source>by SMS</source>
      <translation>by SMS</translation>
    </message>
    <message>
      <source>by e-mail</source>
      <translation>by e-mail</translation>
    </message>
  </context>
  <context>
    <name>Groups</name>
    <message numerus="yes">
      <source>%n group(s)</source>
      <translation>
        <numerusform>%n group</numerusform>
        <numerusform>%n groups</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n second</numerusform>
        <numerusform>%n seconds</numerusform>
      </translation>
    </message>
    <message>
      <source>A call handed on comes back after</source>
      <translation>A call handed on comes back after</translation>
    </message>
    <message>
      <source>A parked call comes back after</source>
      <translation>A parked call comes back after</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Add a member: name or number</source>
      <translation>Add a member: name or number</translation>
    </message>
    <message>
      <source>Add a week</source>
      <translation>Add a week</translation>
    </message>
    <message>
      <source>All ring</source>
      <translation>All ring</translation>
    </message>
    <message>
      <source>Another number</source>
      <translation>Another number</translation>
    </message>
    <message>
      <source>Calls now → {whom}</source>
      <translation>Calls now → {whom}</translation>
    </message>
    <message>
      <source>Calls to {number} then reach nobody. Its members stay.</source>
      <translation>Calls to {number} then reach nobody. Its members stay.</translation>
    </message>
    <message>
      <source>Changes every</source>
      <translation>Changes every</translation>
    </message>
    <message>
      <source>Day of the change</source>
      <translation>Day of the change</translation>
    </message>
    <message>
      <source>Delete the group</source>
      <translation>Delete the group</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Delete {name}</translation>
    </message>
    <message>
      <source>Drag, or Alt+↑ ↓</source>
      <translation>Drag, or Alt+↑ ↓</translation>
    </message>
    <message>
      <source>First to the phone</source>
      <translation>First to the phone</translation>
    </message>
    <message>
      <source>From outside</source>
      <translation>From outside</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Groups</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>Hours</translation>
    </message>
    <message>
      <source>Hours (none: at any time)</source>
      <translation>Hours (none: at any time)</translation>
    </message>
    <message>
      <source>How it rings</source>
      <translation>How it rings</translation>
    </message>
    <message>
      <source>In a way that this version doesn't know</source>
      <translation>In a way that this version doesn't know</translation>
    </message>
    <message>
      <source>In turn</source>
      <translation>In turn</translation>
    </message>
    <message>
      <source>Logged in</source>
      <translation>Logged in</translation>
    </message>
    <message>
      <source>Logged out</source>
      <translation>Logged out</translation>
    </message>
    <message>
      <source>Longest idle</source>
      <translation>Longest idle</translation>
    </message>
    <message>
      <source>Members in order</source>
      <translation>Members in order</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New group</source>
      <translation>New group</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Nobody</translation>
    </message>
    <message>
      <source>Nobody has that name or number.</source>
      <translation>Nobody has that name or number.</translation>
    </message>
    <message>
      <source>Nobody is a member yet</source>
      <translation>Nobody is a member yet</translation>
    </message>
    <message>
      <source>Nobody logged in</source>
      <translation>Nobody logged in</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>On call outside the hours</source>
      <translation>On call outside the hours</translation>
    </message>
    <message>
      <source>One after another</source>
      <translation>One after another</translation>
    </message>
    <message>
      <source>OneVoicemail of …</source>
      <translation>OneVoicemail of …</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Ring at each for</source>
      <translation>Ring at each for</translation>
    </message>
    <message>
      <source>Ring for</source>
      <translation>Ring for</translation>
    </message>
    <message>
      <source>Rings for</source>
      <translation>Rings for</translation>
    </message>
    <message>
      <source>Search group, number or member</source>
      <translation>Search group, number or member</translation>
    </message>
    <message>
      <source>Shared evenly</source>
      <translation>Shared evenly</translation>
    </message>
    <message>
      <source>Take the week away</source>
      <translation>Take the week away</translation>
    </message>
    <message>
      <source>The call ends</source>
      <translation>The call ends</translation>
    </message>
    <message>
      <source>This is the reception (key 9)</source>
      <translation>This is the reception (key 9)</translation>
    </message>
    <message>
      <source>Time of the change</source>
      <translation>Time of the change</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Week {number}</translation>
    </message>
    <message>
      <source>When nobody answers</source>
      <translation>When nobody answers</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>Where to</translation>
    </message>
    <message>
      <source>Who answers in week {number}</source>
      <translation>Who answers in week {number}</translation>
    </message>
    <message>
      <source>Whose</source>
      <translation>Whose</translation>
    </message>
    <message>
      <source>Without hours the group is always open, and nobody is called by this rota.</source>
      <translation>Without hours the group is always open, and nobody is called by this rota.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>logged out</source>
      <translation>logged out</translation>
    </message>
  </context>
  <context>
    <name>Hotkey</name>
    <message>
      <source>Another program has that key already; the old one stays.</source>
      <translation>Another program has that key already; the old one stays.</translation>
    </message>
    <message>
      <source>Another program has this key. Choose another one, or change it there.</source>
      <translation>Another program has this key. Choose another one, or change it there.</translation>
    </message>
    <message>
      <source>Back to the usual key</source>
      <translation>Back to the usual key</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Hold Ctrl or Alt as well: the key alone is needed for writing.</source>
      <translation>Hold Ctrl or Alt as well: the key alone is needed for writing.</translation>
    </message>
    <message>
      <source>Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.</source>
      <translation>Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.</translation>
    </message>
    <message>
      <source>Press the keys …</source>
      <translation>Press the keys …</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Shift</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Space</translation>
    </message>
    <message>
      <source>The system doesn't let a program take a key for itself here.</source>
      <translation>The system doesn't let a program take a key for itself here.</translation>
    </message>
    <message>
      <source>This key can't be used.</source>
      <translation>This key can't be used.</translation>
    </message>
    <message>
      <source>the key left of 1</source>
      <translation>the key left of 1</translation>
    </message>
  </context>
  <context>
    <name>Hours</name>
    <message>
      <source>A night can't last into the hours of the day after.</source>
      <translation>A night can't last into the hours of the day after.</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Closed</translation>
    </message>
    <message>
      <source>Open on {day}</source>
      <translation>Open on {day}</translation>
    </message>
    <message>
      <source>Over midnight, until {time} on the day after.</source>
      <translation>Over midnight, until {time} on the day after.</translation>
    </message>
  </context>
  <context>
    <name>Inbox</name>
    <message>
      <source>1.5×</source>
      <translation>1.5×</translation>
    </message>
    <message>
      <source>5 sec.</source>
      <translation>5 sec.</translation>
    </message>
    <message>
      <source>A message of a kind that this version doesn't know</source>
      <translation>A message of a kind that this version doesn't know</translation>
    </message>
    <message>
      <source>A way that this version doesn't know</source>
      <translation>A way that this version doesn't know</translation>
    </message>
    <message>
      <source>Add to contacts</source>
      <translation>Add to contacts</translation>
    </message>
    <message>
      <source>All</source>
      <translation>All</translation>
    </message>
    <message>
      <source>As</source>
      <translation>As</translation>
    </message>
    <message>
      <source>Back 5 seconds</source>
      <translation>Back 5 seconds</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Call · {time}</source>
      <translation>Call · {time}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Change “{text}”</source>
      <translation>Change “{text}”</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Delete “{text}”</source>
      <translation>Delete “{text}”</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Delivered</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Earlier with {name}</source>
      <translation>Earlier with {name}</translation>
    </message>
    <message>
      <source>Forward 5 seconds</source>
      <translation>Forward 5 seconds</translation>
    </message>
    <message>
      <source>Forward as text</source>
      <translation>Forward as text</translation>
    </message>
    <message>
      <source>Goes to {place}</source>
      <translation>Goes to {place}</translation>
    </message>
    <message>
      <source>In the inbox</source>
      <translation>In the inbox</translation>
    </message>
    <message>
      <source>In the system's player</source>
      <translation>In the system's player</translation>
    </message>
    <message>
      <source>It now says “{text}”. Save again to put yours in its place.</source>
      <translation>It now says “{text}”. Save again to put yours in its place.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Kept</translation>
    </message>
    <message>
      <source>Leave it as it is</source>
      <translation>Leave it as it is</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Mark as read</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Mark as unread</translation>
    </message>
    <message>
      <source>Message deleted</source>
      <translation>Message deleted</translation>
    </message>
    <message>
      <source>Message sent</source>
      <translation>Message sent</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Missed call</translation>
    </message>
    <message>
      <source>Name, number or e-mail</source>
      <translation>Name, number or e-mail</translation>
    </message>
    <message>
      <source>Names found</source>
      <translation>Names found</translation>
    </message>
    <message>
      <source>New message</source>
      <translation>New message</translation>
    </message>
    <message>
      <source>No message matches “{query}”</source>
      <translation>No message matches “{query}”</translation>
    </message>
    <message>
      <source>No messages yet</source>
      <translation>No messages yet</translation>
    </message>
    <message>
      <source>No such messages</source>
      <translation>No such messages</translation>
    </message>
    <message>
      <source>Not delivered</source>
      <translation>Not delivered</translation>
    </message>
    <message>
      <source>Nothing kept</source>
      <translation>Nothing kept</translation>
    </message>
    <message>
      <source>Nothing sent yet</source>
      <translation>Nothing sent yet</translation>
    </message>
    <message>
      <source>Nothing unread</source>
      <translation>Nothing unread</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Phone messages</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Play</translation>
    </message>
    <message>
      <source>Please call {name}. They left a voicemail {when}.</source>
      <translation>Please call {name}. They left a voicemail {when}.</translation>
    </message>
    <message>
      <source>Press B on a message to keep it.</source>
      <translation>Press B on a message to keep it.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Read</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Remove {name}</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>Reply</translation>
    </message>
    <message>
      <source>Save as file</source>
      <translation>Save as file</translation>
    </message>
    <message>
      <source>Save as standard message</source>
      <translation>Save as standard message</translation>
    </message>
    <message>
      <source>Save the standard message</source>
      <translation>Save the standard message</translation>
    </message>
    <message>
      <source>Search messages by name or number</source>
      <translation>Search messages by name or number</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Send</translation>
    </message>
    <message>
      <source>Send SMS</source>
      <translation>Send SMS</translation>
    </message>
    <message>
      <source>Send e-mail</source>
      <translation>Send e-mail</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Sound</translation>
    </message>
    <message>
      <source>Sound (*.wav)</source>
      <translation>Sound (*.wav)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Speed</translation>
    </message>
    <message>
      <source>Standard messages</source>
      <translation>Standard messages</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>System default</translation>
    </message>
    <message>
      <source>Text messages</source>
      <translation>Text messages</translation>
    </message>
    <message>
      <source>Text of the message</source>
      <translation>Text of the message</translation>
    </message>
    <message>
      <source>Text of the standard message</source>
      <translation>Text of the standard message</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>The file couldn't be written there.</translation>
    </message>
    <message>
      <source>The mailbox is full: callers can't leave messages. Delete some.</source>
      <translation>The mailbox is full: callers can't leave messages. Delete some.</translation>
    </message>
    <message>
      <source>The mailbox is {share} % full. Delete messages you no longer need.</source>
      <translation>The mailbox is {share} % full. Delete messages you no longer need.</translation>
    </message>
    <message>
      <source>The message isn't sent. Cancel again to leave it.</source>
      <translation>The message isn't sent. Cancel again to leave it.</translation>
    </message>
    <message>
      <source>The other server said: “{said}”</source>
      <translation>The other server said: “{said}”</translation>
    </message>
    <message>
      <source>The sound can't be read.</source>
      <translation>The sound can't be read.</translation>
    </message>
    <message>
      <source>The sound couldn't be fetched – try again.</source>
      <translation>The sound couldn't be fetched – try again.</translation>
    </message>
    <message>
      <source>The system has no player for it.</source>
      <translation>The system has no player for it.</translation>
    </message>
    <message>
      <source>The text is too long</source>
      <translation>The text is too long</translation>
    </message>
    <message>
      <source>This message isn't sent yet. Send or cancel it before you write another.</source>
      <translation>This message isn't sent yet. Send or cancel it before you write another.</translation>
    </message>
    <message>
      <source>Those in red can't be reached that way</source>
      <translation>Those in red can't be reached that way</translation>
    </message>
    <message>
      <source>To</source>
      <translation>To</translation>
    </message>
    <message>
      <source>To {names}</source>
      <translation>To {names}</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unknown</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Unread</translation>
    </message>
    <message>
      <source>Voicemail · {time}</source>
      <translation>Voicemail · {time}</translation>
    </message>
    <message>
      <source>Voicemails</source>
      <translation>Voicemails</translation>
    </message>
    <message>
      <source>Waits to be sent</source>
      <translation>Waits to be sent</translation>
    </message>
    <message>
      <source>What a program heard; it may be wrong</source>
      <translation>What a program heard; it may be wrong</translation>
    </message>
    <message>
      <source>What callers say to your mailbox arrives here.</source>
      <translation>What callers say to your mailbox arrives here.</translation>
    </message>
    <message>
      <source>What you write to others stands here, with what became of it.</source>
      <translation>What you write to others stands here, with what became of it.</translation>
    </message>
    <message>
      <source>Where to play</source>
      <translation>Where to play</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Withheld number</translation>
    </message>
    <message>
      <source>You called · {time}</source>
      <translation>You called · {time}</translation>
    </message>
    <message>
      <source>You called, no answer</source>
      <translation>You called, no answer</translation>
    </message>
    <message>
      <source>You keep this message. Press delete again to delete it.</source>
      <translation>You keep this message. Press delete again to delete it.</translation>
    </message>
    <message>
      <source>Your company can't send by this way.</source>
      <translation>Your company can't send by this way.</translation>
    </message>
    <message>
      <source>can't be reached that way</source>
      <translation>can't be reached that way</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>kept</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>unread</translation>
    </message>
    <message>
      <source>{name}, {when}:</source>
      <translation>{name}, {when}:</translation>
    </message>
    <message>
      <source>{state}, perhaps twice</source>
      <translation>{state}, perhaps twice</translation>
    </message>
    <message>
      <source>{used} characters</source>
      <translation>{used} characters</translation>
    </message>
    <message numerus="yes">
      <source>{used} characters, {left} left · %n SMS</source>
      <translation>
        <numerusform>{used} characters, {left} left · %n SMS</numerusform>
        <numerusform>{used} characters, {left} left · %n SMS</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Lines</name>
    <message numerus="yes">
      <source>%n call(s)</source>
      <translation>
        <numerusform>%n call</numerusform>
        <numerusform>%n calls</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s), tried from the top</source>
      <translation>
        <numerusform>%n line</numerusform>
        <numerusform>%n lines, tried from the top</numerusform>
      </translation>
    </message>
    <message>
      <source>A line that doesn't answer is passed over. Emergency calls go out over any that does.</source>
      <translation>A line that doesn't answer is passed over. Emergency calls go out over any that does.</translation>
    </message>
    <message>
      <source>A new line is tried after the others</source>
      <translation>A new line is tried after the others</translation>
    </message>
    <message>
      <source>Abroad</source>
      <translation>Abroad</translation>
    </message>
    <message>
      <source>Addresses that calls may come from</source>
      <translation>Addresses that calls may come from</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Allowed</translation>
    </message>
    <message>
      <source>Blocked</source>
      <translation>Blocked</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Calls an hour per user</source>
      <translation>Calls an hour per user</translation>
    </message>
    <message>
      <source>Calls at once</source>
      <translation>Calls at once</translation>
    </message>
    <message>
      <source>Connected by</source>
      <translation>Connected by</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Connecting …</translation>
    </message>
    <message>
      <source>Delete the line</source>
      <translation>Delete the line</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Delete {name}</translation>
    </message>
    <message>
      <source>Doesn't answer yet</source>
      <translation>Doesn't answer yet</translation>
    </message>
    <message>
      <source>Fixed address</source>
      <translation>Fixed address</translation>
    </message>
    <message>
      <source>Fixed address {server}</source>
      <translation>Fixed address {server}</translation>
    </message>
    <message>
      <source>Follow the provider when it sends a call elsewhere (302)</source>
      <translation>Follow the provider when it sends a call elsewhere (302)</translation>
    </message>
    <message>
      <source>It doesn't ring. The provider says: {said}</source>
      <translation>It doesn't ring. The provider says: {said}</translation>
    </message>
    <message>
      <source>It rings. The provider says: {said}</source>
      <translation>It rings. The provider says: {said}</translation>
    </message>
    <message>
      <source>Lines, tried from the top</source>
      <translation>Lines, tried from the top</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New line</source>
      <translation>New line</translation>
    </message>
    <message>
      <source>No answer since {time}</source>
      <translation>No answer since {time}</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>No limit</translation>
    </message>
    <message>
      <source>No line: only colleagues can be called</source>
      <translation>No line: only colleagues can be called</translation>
    </message>
    <message>
      <source>No new call goes over {name}; calls that go on aren't ended.</source>
      <translation>No new call goes over {name}; calls that go on aren't ended.</translation>
    </message>
    <message>
      <source>Number to try</source>
      <translation>Number to try</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Numbers</translation>
    </message>
    <message>
      <source>Numbers (with commas between)</source>
      <translation>Numbers (with commas between)</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Premium rate</source>
      <translation>Premium rate</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Ready</translation>
    </message>
    <message>
      <source>Refused since {time}</source>
      <translation>Refused since {time}</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Registered</translation>
    </message>
    <message>
      <source>Registration</source>
      <translation>Registration</translation>
    </message>
    <message>
      <source>Search line or number</source>
      <translation>Search line or number</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Shown when the caller has no number</source>
      <translation>Shown when the caller has no number</translation>
    </message>
    <message>
      <source>The EU</source>
      <translation>The EU</translation>
    </message>
    <message>
      <source>The Nordic countries</source>
      <translation>The Nordic countries</translation>
    </message>
    <message>
      <source>The provider sees us as {address}</source>
      <translation>The provider sees us as {address}</translation>
    </message>
    <message>
      <source>The whole world</source>
      <translation>The whole world</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
    </message>
    <message>
      <source>Try a call</source>
      <translation>Try a call</translation>
    </message>
    <message>
      <source>Try it earlier (Alt+↑)</source>
      <translation>Try it earlier (Alt+↑)</translation>
    </message>
    <message>
      <source>Try it later (Alt+↓)</source>
      <translation>Try it later (Alt+↓)</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unknown</translation>
    </message>
    <message>
      <source>Unknown to this version</source>
      <translation>Unknown to this version</translation>
    </message>
    <message>
      <source>User</source>
      <translation>User</translation>
    </message>
    <message>
      <source>Way of writing</source>
      <translation>Way of writing</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>national</source>
      <translation>national</translation>
    </message>
    <message>
      <source>{calls} of {most} calls</source>
      <translation>{calls} of {most} calls</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>“{words}”</translation>
    </message>
    <message>
      <source>•••••••• kept as it is</source>
      <translation>•••••••• kept as it is</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Add a time, as 1245</source>
      <translation>Add a time, as 1245</translation>
    </message>
    <message>
      <source>All commands</source>
      <translation>All commands</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Call {number}</source>
      <translation>Call {number}</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Colleagues</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Command palette</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Commands</translation>
    </message>
    <message>
      <source>Directory</source>
      <translation>Directory</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Divert</translation>
    </message>
    <message>
      <source>Divert now</source>
      <translation>Divert now</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Divert to here</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>Do it</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>End it</source>
      <translation>End it</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Found</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Go there</translation>
    </message>
    <message>
      <source>Mobile {number}</source>
      <translation>Mobile {number}</translation>
    </message>
    <message>
      <source>More to do</source>
      <translation>More to do</translation>
    </message>
    <message>
      <source>Name, number, command</source>
      <translation>Name, number, command</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nothing found</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Number shown</source>
      <translation>Number shown</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Phonebook</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Recent</translation>
    </message>
    <message>
      <source>Runs now</source>
      <translation>Runs now</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <source>Show in the phonebook</source>
      <translation>Show in the phonebook</translation>
    </message>
  </context>
  <context>
    <name>Password</name>
    <message numerus="yes">
      <source>%n digit(s)</source>
      <translation>
        <numerusform>%n digit</numerusform>
        <numerusform>%n digits</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide password</source>
      <translation>Hide password</translation>
    </message>
    <message>
      <source>New password again</source>
      <translation>New password again</translation>
    </message>
    <message>
      <source>New password, digits only</source>
      <translation>New password, digits only</translation>
    </message>
    <message>
      <source>Not an easy one such as 1111 or 1234</source>
      <translation>Not an easy one such as 1111 or 1234</translation>
    </message>
    <message>
      <source>Show password</source>
      <translation>Show password</translation>
    </message>
    <message>
      <source>The two fields are the same</source>
      <translation>The two fields are the same</translation>
    </message>
  </context>
  <context>
    <name>PersonCalendar</name>
    <message>
      <source>A calendar on a server (CalDAV)</source>
      <translation>A calendar on a server (CalDAV)</translation>
    </message>
    <message>
      <source>A calendar that isn't read yet</source>
      <translation>A calendar that isn't read yet</translation>
    </message>
    <message>
      <source>A new one</source>
      <translation>A new one</translation>
    </message>
    <message>
      <source>A person may have {most} calendars, and one of them may divert: choosing that here takes it from the other. The owner decides in Settings, too, and whether colleagues see the subject of meetings.</source>
      <translation>A person may have {most} calendars, and one of them may divert: choosing that here takes it from the other. The owner decides in Settings, too, and whether colleagues see the subject of meetings.</translation>
    </message>
    <message>
      <source>A published address (iCalendar)</source>
      <translation>A published address (iCalendar)</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Add a calendar</source>
      <translation>Add a calendar</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Back to the person</source>
      <translation>Back to the person</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Calendars of {name}</source>
      <translation>Calendars of {name}</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Do nothing</translation>
    </message>
    <message>
      <source>Forget the calendar</source>
      <translation>Forget the calendar</translation>
    </message>
    <message>
      <source>Forget the calendar …</source>
      <translation>Forget the calendar …</translation>
    </message>
    <message>
      <source>Its meetings neither show nor divert any more.</source>
      <translation>Its meetings neither show nor divert any more.</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>Meetings</translation>
    </message>
    <message>
      <source>No calendar is read</source>
      <translation>No calendar is read</translation>
    </message>
    <message>
      <source>Now that is {calendar}.</source>
      <translation>Now that is {calendar}.</translation>
    </message>
    <message>
      <source>Password there</source>
      <translation>Password there</translation>
    </message>
    <message>
      <source>Show it, and divert to OneVoicemail</source>
      <translation>Show it, and divert to OneVoicemail</translation>
    </message>
    <message>
      <source>Show that the person is in a meeting</source>
      <translation>Show that the person is in a meeting</translation>
    </message>
    <message>
      <source>The calendar can't be read</source>
      <translation>The calendar can't be read</translation>
    </message>
    <message>
      <source>The company's connection</source>
      <translation>The company's connection</translation>
    </message>
    <message>
      <source>User there</source>
      <translation>User there</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>Where it is</translation>
    </message>
  </context>
  <context>
    <name>Phonebook</name>
    <message numerus="yes">
      <source>%n can't be read</source>
      <translation>
        <numerusform>%n can’t be read</numerusform>
        <numerusform>%n can’t be read</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n contact(s) imported</source>
      <translation>
        <numerusform>%n contact imported</numerusform>
        <numerusform>%n contacts imported</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n new</numerusform>
        <numerusform>%n new</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n there already</source>
      <translation>
        <numerusform>%n there already</numerusform>
        <numerusform>%n there already</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to decide</source>
      <translation>
        <numerusform>%n to decide</numerusform>
        <numerusform>%n to decide</numerusform>
      </translation>
    </message>
    <message>
      <source>A star beside a colleague or contact brings them here</source>
      <translation>A star beside a colleague or contact brings them here</translation>
    </message>
    <message>
      <source>Add beside it</source>
      <translation>Add beside it</translation>
    </message>
    <message>
      <source>Add e-mail address</source>
      <translation>Add e-mail address</translation>
    </message>
    <message>
      <source>Add number</source>
      <translation>Add number</translation>
    </message>
    <message>
      <source>Add to favourites</source>
      <translation>Add to favourites</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call this number first</source>
      <translation>Call this number first</translation>
    </message>
    <message>
      <source>Call {number}</source>
      <translation>Call {number}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Cards (*.vcf)</source>
      <translation>Cards (*.vcf)</translation>
    </message>
    <message>
      <source>Choose a contact</source>
      <translation>Choose a contact</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Company</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Contact</translation>
    </message>
    <message>
      <source>Contact changed</source>
      <translation>Contact changed</translation>
    </message>
    <message>
      <source>Contact saved</source>
      <translation>Contact saved</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Contacts</translation>
    </message>
    <message>
      <source>Contacts (*.vcf *.vcard *.csv *.txt)</source>
      <translation>Contacts (*.vcf *.vcard *.csv *.txt)</translation>
    </message>
    <message>
      <source>Copy {address}</source>
      <translation>Copy {address}</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Decide</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Divert to here</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail address</source>
      <translation>E-mail address</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Entries of the file</source>
      <translation>Entries of the file</translation>
    </message>
    <message>
      <source>Entry {number}</source>
      <translation>Entry {number}</translation>
    </message>
    <message>
      <source>Export as a table (CSV) …</source>
      <translation>Export as a table (CSV) …</translation>
    </message>
    <message>
      <source>Export as cards (vCard) …</source>
      <translation>Export as cards (vCard) …</translation>
    </message>
    <message>
      <source>Export contacts</source>
      <translation>Export contacts</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favourite</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favourites</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message numerus="yes">
      <source>Import %n contact(s)</source>
      <translation>
        <numerusform>Import %n contact</numerusform>
        <numerusform>Import %n contacts</numerusform>
      </translation>
    </message>
    <message>
      <source>Import and export</source>
      <translation>Import and export</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Import contacts</translation>
    </message>
    <message>
      <source>Import from a file …</source>
      <translation>Import from a file …</translation>
    </message>
    <message>
      <source>Import {file}</source>
      <translation>Import {file}</translation>
    </message>
    <message>
      <source>Kept in</source>
      <translation>Kept in</translation>
    </message>
    <message>
      <source>Kind of address</source>
      <translation>Kind of address</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Kind of number</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Leave out</translation>
    </message>
    <message>
      <source>More</source>
      <translation>More</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New contact</source>
      <translation>New contact</translation>
    </message>
    <message>
      <source>No contact matches</source>
      <translation>No contact matches</translation>
    </message>
    <message>
      <source>No contacts here</source>
      <translation>No contacts here</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Not used</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Numbers</translation>
    </message>
    <message>
      <source>Personal</source>
      <translation>Personal</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Phonebook</translation>
    </message>
    <message>
      <source>Reading the file …</source>
      <translation>Reading the file …</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Recent</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Remove from favourites</translation>
    </message>
    <message>
      <source>Remove the address</source>
      <translation>Remove the address</translation>
    </message>
    <message>
      <source>Remove the number</source>
      <translation>Remove the number</translation>
    </message>
    <message>
      <source>SMS to {number}</source>
      <translation>SMS to {number}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Save contact</source>
      <translation>Save contact</translation>
    </message>
    <message>
      <source>Search contacts by name, company or number</source>
      <translation>Search contacts by name, company or number</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Select</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Shared</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Table (*.csv)</translation>
    </message>
    <message>
      <source>Those that look like a contact there is:</source>
      <translation>Those that look like a contact there is:</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Update it</source>
      <translation>Update it</translation>
    </message>
    <message>
      <source>What becomes of those that look like a contact there is</source>
      <translation>What becomes of those that look like a contact there is</translation>
    </message>
    <message>
      <source>What is good to know when they call</source>
      <translation>What is good to know when they call</translation>
    </message>
    <message>
      <source>What you have written isn't saved. Cancel again to leave it.</source>
      <translation>What you have written isn't saved. Cancel again to leave it.</translation>
    </message>
    <message>
      <source>Which contacts</source>
      <translation>Which contacts</translation>
    </message>
    <message>
      <source>Write an e-mail</source>
      <translation>Write an e-mail</translation>
    </message>
    <message>
      <source>Written to {file}</source>
      <translation>Written to {file}</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favourite</translation>
    </message>
    <message>
      <source>{kind} · preferred</source>
      <translation>{kind} · preferred</translation>
    </message>
    <message>
      <source>{name} deleted</source>
      <translation>{name} deleted</translation>
    </message>
  </context>
  <context>
    <name>Pickup</name>
    <message numerus="yes">
      <source>%n pickup group(s)</source>
      <translation>
        <numerusform>%n pickup group</numerusform>
        <numerusform>%n pickup groups</numerusform>
      </translation>
    </message>
    <message>
      <source>Its members' calls can then be taken by their departments and groups again.</source>
      <translation>Its members' calls can then be taken by their departments and groups again.</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>No pickup group yet: departments and groups take one another's calls</source>
      <translation>No pickup group yet: departments and groups take one another's calls</translation>
    </message>
    <message>
      <source>Nobody in it</source>
      <translation>Nobody in it</translation>
    </message>
    <message>
      <source>Pickup groups</source>
      <translation>Pickup groups</translation>
    </message>
    <message>
      <source>Search pickup group or member</source>
      <translation>Search pickup group or member</translation>
    </message>
    <message>
      <source>What rings at a member can be taken by the others alone: with *8, or by Pick up beside the name. What rings at somebody in no pickup group can be taken by their department, and by members of a common group.</source>
      <translation>What rings at a member can be taken by the others alone: with *8, or by Pick up beside the name. What rings at somebody in no pickup group can be taken by their department, and by members of a common group.</translation>
    </message>
  </context>
  <context>
    <name>Privacy</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message>
      <source>Calls in the history</source>
      <translation>Calls in the history</translation>
    </message>
    <message>
      <source>Colleagues see sickness as the reason of a diversion</source>
      <translation>Colleagues see sickness as the reason of a diversion</translation>
    </message>
    <message>
      <source>Everyone in the company</source>
      <translation>Everyone in the company</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>For ever</translation>
    </message>
    <message>
      <source>Members of groups, and receptionists</source>
      <translation>Members of groups, and receptionists</translation>
    </message>
    <message>
      <source>Messages that were read or heard</source>
      <translation>Messages that were read or heard</translation>
    </message>
    <message>
      <source>No</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Nobody: each sees their own calls alone</source>
      <translation>Nobody: each sees their own calls alone</translation>
    </message>
    <message>
      <source>Off: they see that somebody is away, not why</source>
      <translation>Off: they see that somebody is away, not why</translation>
    </message>
    <message>
      <source>One person's data is exported and erased under People, in the person's menu.</source>
      <translation>One person's data is exported and erased under People, in the person's menu.</translation>
    </message>
    <message>
      <source>Shown when somebody calls. Private contacts are never shown.</source>
      <translation>Shown when somebody calls. Private contacts are never shown.</translation>
    </message>
    <message>
      <source>Texts that were sent</source>
      <translation>Texts that were sent</translation>
    </message>
    <message>
      <source>The log of what administrators did</source>
      <translation>The log of what administrators did</translation>
    </message>
    <message>
      <source>What is older goes by itself, once an hour. Kept messages stay.</source>
      <translation>What is older goes by itself, once an hour. Kept messages stay.</translation>
    </message>
    <message>
      <source>Who sees the company's last contacts with a number</source>
      <translation>Who sees the company's last contacts with a number</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Yes</translation>
    </message>
  </context>
  <context>
    <name>Profile</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n people</numerusform>
      </translation>
    </message>
    <message>
      <source>Another picture …</source>
      <translation>Another picture …</translation>
    </message>
    <message>
      <source>Changed by the administrator</source>
      <translation>Changed by the administrator</translation>
    </message>
    <message>
      <source>Changes need a connection</source>
      <translation>Changes need a connection</translation>
    </message>
    <message>
      <source>Choose a picture …</source>
      <translation>Choose a picture …</translation>
    </message>
    <message>
      <source>Copy to weekdays</source>
      <translation>Copy to weekdays</translation>
    </message>
    <message>
      <source>Day off</source>
      <translation>Day off</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Department</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Fields with a lock are changed by the administrator</source>
      <translation>Fields with a lock are changed by the administrator</translation>
    </message>
    <message>
      <source>Hours on {day}</source>
      <translation>Hours on {day}</translation>
    </message>
    <message>
      <source>It wasn't saved.</source>
      <translation>It wasn't saved.</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Local number</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobile</translation>
    </message>
    <message>
      <source>My details</source>
      <translation>My details</translation>
    </message>
    <message>
      <source>My phones</source>
      <translation>My phones</translation>
    </message>
    <message>
      <source>No phones yet. Your administrator adds them.</source>
      <translation>No phones yet. Your administrator adds them.</translation>
    </message>
    <message>
      <source>Only within working hours</source>
      <translation>Only within working hours</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</source>
      <translation>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</translation>
    </message>
    <message>
      <source>Remove my picture</source>
      <translation>Remove my picture</translation>
    </message>
    <message numerus="yes">
      <source>Rings after %n second(s)</source>
      <translation>
        <numerusform>Rings after %n second</numerusform>
        <numerusform>Rings after %n seconds</numerusform>
      </translation>
    </message>
    <message>
      <source>Rings at once</source>
      <translation>Rings at once</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Saved {time}</translation>
    </message>
    <message>
      <source>Show me</source>
      <translation>Show me</translation>
    </message>
    <message>
      <source>That is no telephone number.</source>
      <translation>That is no telephone number.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>When {phone} rings</source>
      <translation>When {phone} rings</translation>
    </message>
    <message>
      <source>Without a department</source>
      <translation>Without a department</translation>
    </message>
    <message>
      <source>Working hours</source>
      <translation>Working hours</translation>
    </message>
    <message>
      <source>Working hours, {day}: {hours}</source>
      <translation>Working hours, {day}: {hours}</translation>
    </message>
    <message>
      <source>Write like 8–16, or 8–12, 13–16; nothing for a day off.</source>
      <translation>Write like 8–16, or 8–12, 13–16; nothing for a day off.</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message>
      <source>calls go out from here</source>
      <translation>calls go out from here</translation>
    </message>
    <message>
      <source>day off</source>
      <translation>day off</translation>
    </message>
    <message numerus="yes">
      <source>leads %n person(s)</source>
      <translation>
        <numerusform>leads %n person</numerusform>
        <numerusform>leads %n people</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reception</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n found</numerusform>
        <numerusform>%n found</numerusform>
      </translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Active</translation>
    </message>
    <message>
      <source>All</source>
      <translation>All</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Answer next</source>
      <translation>Answer next</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Ask first</translation>
    </message>
    <message>
      <source>At the desk</source>
      <translation>At the desk</translation>
    </message>
    <message>
      <source>Back from place {name}</source>
      <translation>Back from place {name}</translation>
    </message>
    <message>
      <source>Came back from {name}'s phone</source>
      <translation>Came back from {name}'s phone</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Colleagues</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Connect</translation>
    </message>
    <message>
      <source>Departments</source>
      <translation>Departments</translation>
    </message>
    <message>
      <source>Direct number</source>
      <translation>Direct number</translation>
    </message>
    <message>
      <source>Divert {name}…</source>
      <translation>Divert {name}…</translation>
    </message>
    <message>
      <source>Fetch</source>
      <translation>Fetch</translation>
    </message>
    <message>
      <source>Fetch parked</source>
      <translation>Fetch parked</translation>
    </message>
    <message>
      <source>Free instead: {name}</source>
      <translation>Free instead: {name}</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>Hand on</source>
      <translation>Hand on</translation>
    </message>
    <message>
      <source>Hand on to the colleague chosen</source>
      <translation>Hand on to the colleague chosen</translation>
    </message>
    <message>
      <source>Hand on unanswered</source>
      <translation>Hand on unanswered</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Hang up</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Hold</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Lift your phone</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Local number</translation>
    </message>
    <message>
      <source>Logged out</source>
      <translation>Logged out</translation>
    </message>
    <message>
      <source>Meeting {until}</source>
      <translation>Meeting {until}</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobile</translation>
    </message>
    <message>
      <source>More</source>
      <translation>More</translation>
    </message>
    <message>
      <source>More for the colleague</source>
      <translation>More for the colleague</translation>
    </message>
    <message>
      <source>No connection: the calls are as they were</source>
      <translation>No connection: the calls are as they were</translation>
    </message>
    <message>
      <source>Nobody is waiting</source>
      <translation>Nobody is waiting</translation>
    </message>
    <message>
      <source>Note for the reception</source>
      <translation>Note for the reception</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>On hold</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Open the phone</translation>
    </message>
    <message>
      <source>Park</source>
      <translation>Park</translation>
    </message>
    <message>
      <source>Parked</source>
      <translation>Parked</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Place {place} · by {name}</source>
      <translation>Place {place} · by {name}</translation>
    </message>
    <message>
      <source>Please call back: {who}</source>
      <translation>Please call back: {who}</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>Proposed</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Resume</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringing</translation>
    </message>
    <message>
      <source>Send a message</source>
      <translation>Send a message</translation>
    </message>
    <message>
      <source>Spoke {when} with {name}</source>
      <translation>Spoke {when} with {name}</translation>
    </message>
    <message>
      <source>State unknown</source>
      <translation>State unknown</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Swap</translation>
    </message>
    <message>
      <source>Tell me when free</source>
      <translation>Tell me when free</translation>
    </message>
    <message>
      <source>The number typed</source>
      <translation>The number typed</translation>
    </message>
    <message>
      <source>To the mailbox</source>
      <translation>To the mailbox</translation>
    </message>
    <message>
      <source>To the mailbox of {name}</source>
      <translation>To the mailbox of {name}</translation>
    </message>
    <message>
      <source>Today {calls}   Answered {answered}   Avg. wait {time}</source>
      <translation>Today {calls}   Answered {answered}   Avg. wait {time}</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Unanswered to the mailbox</source>
      <translation>Unanswered to the mailbox</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Who is wanted? Name or number</source>
      <translation>Who is wanted? Name or number</translation>
    </message>
    <message>
      <source>With colleagues</source>
      <translation>With colleagues</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Withheld number</translation>
    </message>
    <message>
      <source>for {name}</source>
      <translation>for {name}</translation>
    </message>
    <message>
      <source>in the menu</source>
      <translation>in the menu</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>somebody</translation>
    </message>
    <message>
      <source>{name} answers</source>
      <translation>{name} answers</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} did not answer</translation>
    </message>
    <message>
      <source>{name} hands the call on</source>
      <translation>{name} hands the call on</translation>
    </message>
    <message>
      <source>{name} has the call</source>
      <translation>{name} has the call</translation>
    </message>
    <message>
      <source>{name}: rings at {other}</source>
      <translation>{name}: rings at {other}</translation>
    </message>
  </context>
  <context>
    <name>Schedule</name>
    <message numerus="yes">
      <source>%n time(s) in all</source>
      <translation>
        <numerusform>%n time in all</numerusform>
        <numerusform>%n times in all</numerusform>
      </translation>
    </message>
    <message>
      <source>After a number of times</source>
      <translation>After a number of times</translation>
    </message>
    <message>
      <source>By a rule of its own</source>
      <translation>By a rule of its own</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Calls to</source>
      <translation>Calls to</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Change recurring diversion</source>
      <translation>Change recurring diversion</translation>
    </message>
    <message>
      <source>Choose a day between 2001 and 2099.</source>
      <translation>Choose a day between 2001 and 2099.</translation>
    </message>
    <message>
      <source>Colleagues see</source>
      <translation>Colleagues see</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Counts</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Diversion</translation>
    </message>
    <message>
      <source>Does not repeat</source>
      <translation>Does not repeat</translation>
    </message>
    <message>
      <source>Drag in the week to make one</source>
      <translation>Drag in the week to make one</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Ends</translation>
    </message>
    <message>
      <source>Every day</source>
      <translation>Every day</translation>
    </message>
    <message>
      <source>Every month, day {day}</source>
      <translation>Every month, day {day}</translation>
    </message>
    <message>
      <source>Every month, fifth {day}</source>
      <translation>Every month, fifth {day}</translation>
    </message>
    <message>
      <source>Every month, first {day}</source>
      <translation>Every month, first {day}</translation>
    </message>
    <message>
      <source>Every month, fourth {day}</source>
      <translation>Every month, fourth {day}</translation>
    </message>
    <message>
      <source>Every month, last working day</source>
      <translation>Every month, last working day</translation>
    </message>
    <message>
      <source>Every month, last {day}</source>
      <translation>Every month, last {day}</translation>
    </message>
    <message>
      <source>Every month, second {day}</source>
      <translation>Every month, second {day}</translation>
    </message>
    <message>
      <source>Every month, third {day}</source>
      <translation>Every month, third {day}</translation>
    </message>
    <message>
      <source>Every second week: {days}</source>
      <translation>Every second week: {days}</translation>
    </message>
    <message>
      <source>Every week</source>
      <translation>Every week</translation>
    </message>
    <message>
      <source>Every weekday</source>
      <translation>Every weekday</translation>
    </message>
    <message>
      <source>Every {days}</source>
      <translation>Every {days}</translation>
    </message>
    <message>
      <source>How many times</source>
      <translation>How many times</translation>
    </message>
    <message>
      <source>It can come once a day at most.</source>
      <translation>It can come once a day at most.</translation>
    </message>
    <message>
      <source>It can last a month at most.</source>
      <translation>It can last a month at most.</translation>
    </message>
    <message>
      <source>It would never come: no day answers to that.</source>
      <translation>It would never come: no day answers to that.</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Move which?</source>
      <translation>Move which?</translation>
    </message>
    <message>
      <source>Name, if you like</source>
      <translation>Name, if you like</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Never</translation>
    </message>
    <message>
      <source>New recurring diversion</source>
      <translation>New recurring diversion</translation>
    </message>
    <message>
      <source>Not on these days</source>
      <translation>Not on these days</translation>
    </message>
    <message>
      <source>Now or by a schedule</source>
      <translation>Now or by a schedule</translation>
    </message>
    <message>
      <source>On</source>
      <translation>On</translation>
    </message>
    <message>
      <source>On a day</source>
      <translation>On a day</translation>
    </message>
    <message>
      <source>Only this one</source>
      <translation>Only this one</translation>
    </message>
    <message>
      <source>Phone stays open</source>
      <translation>Phone stays open</translation>
    </message>
    <message>
      <source>Reception sees</source>
      <translation>Reception sees</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Repeats</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Schedule</translation>
    </message>
    <message>
      <source>Skip public holidays</source>
      <translation>Skip public holidays</translation>
    </message>
    <message>
      <source>Skip this day</source>
      <translation>Skip this day</translation>
    </message>
    <message>
      <source>Stop the series</source>
      <translation>Stop the series</translation>
    </message>
    <message>
      <source>The last day lies before the first.</source>
      <translation>The last day lies before the first.</translation>
    </message>
    <message>
      <source>The schedule stands as it was.</source>
      <translation>The schedule stands as it was.</translation>
    </message>
    <message>
      <source>The schedule wasn't saved.</source>
      <translation>The schedule wasn't saved.</translation>
    </message>
    <message>
      <source>There is room for 100 schedules. Delete one first.</source>
      <translation>There is room for 100 schedules. Delete one first.</translation>
    </message>
    <message>
      <source>These are too many days to leave out.</source>
      <translation>These are too many days to leave out.</translation>
    </message>
    <message>
      <source>This and all following</source>
      <translation>This and all following</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Week back (Page up)</source>
      <translation>Week back (Page up)</translation>
    </message>
    <message>
      <source>Week on (Page down)</source>
      <translation>Week on (Page down)</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Week {number}</translation>
    </message>
    <message>
      <source>Weekly meeting</source>
      <translation>Weekly meeting</translation>
    </message>
    <message>
      <source>Write a day, like 25/7.</source>
      <translation>Write a day, like 25/7.</translation>
    </message>
    <message>
      <source>Write a time, like 12:30.</source>
      <translation>Write a time, like 12:30.</translation>
    </message>
    <message>
      <source>Write days with commas between, like 24/12, 31/12.</source>
      <translation>Write days with commas between, like 24/12, 31/12.</translation>
    </message>
    <message>
      <source>Write how often it comes: 1 to 9999.</source>
      <translation>Write how often it comes: 1 to 9999.</translation>
    </message>
    <message>
      <source>Write the last day, like 25/7.</source>
      <translation>Write the last day, like 25/7.</translation>
    </message>
    <message>
      <source>d</source>
      <translation>d</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d MMM yyyy</translation>
    </message>
    <message>
      <source>dddd d MMMM</source>
      <translation>dddd d MMMM</translation>
    </message>
    <message>
      <source>free</source>
      <translation>free</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>until {day}</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} and {last}</translation>
    </message>
    <message>
      <source>{from}, until further notice</source>
      <translation>{from}, until further notice</translation>
    </message>
    <message>
      <source>“{name}” has been deleted.</source>
      <translation>“{name}” has been deleted.</translation>
    </message>
    <message>
      <source>“{name}” in the schedule counts instead</source>
      <translation>“{name}” in the schedule counts instead</translation>
    </message>
    <message>
      <source>“{name}” is newer and counts instead</source>
      <translation>“{name}” is newer and counts instead</translation>
    </message>
    <message>
      <source>“{name}” is skipped on {day}.</source>
      <translation>“{name}” is skipped on {day}.</translation>
    </message>
    <message>
      <source>“{name}” no longer comes.</source>
      <translation>“{name}” no longer comes.</translation>
    </message>
    <message>
      <source>“{name}”, set by hand, counts instead</source>
      <translation>“{name}”, set by hand, counts instead</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message>
      <source>2 s</source>
      <translation>2 s</translation>
    </message>
    <message>
      <source>A PIN is set</source>
      <translation>A PIN is set</translation>
    </message>
    <message>
      <source>A click on the icon opens the window</source>
      <translation>A click on the icon opens the window</translation>
    </message>
    <message>
      <source>A ring counts down; Esc cancels</source>
      <translation>A ring counts down; Esc cancels</translation>
    </message>
    <message>
      <source>A second call rings while I speak</source>
      <translation>A second call rings while I speak</translation>
    </message>
    <message>
      <source>A time of day, for example 15:00</source>
      <translation>A time of day, for example 15:00</translation>
    </message>
    <message>
      <source>About</source>
      <translation>About</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Add one of your own</source>
      <translation>Add one of your own</translation>
    </message>
    <message>
      <source>Address of the directory</source>
      <translation>Address of the directory</translation>
    </message>
    <message>
      <source>Always ask</source>
      <translation>Always ask</translation>
    </message>
    <message>
      <source>Another number …</source>
      <translation>Another number …</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Appearance</translation>
    </message>
    <message>
      <source>Applies to this computer only.</source>
      <translation>Applies to this computer only.</translation>
    </message>
    <message>
      <source>Arrive by</source>
      <translation>Arrive by</translation>
    </message>
    <message>
      <source>As sent</source>
      <translation>As sent</translation>
    </message>
    <message>
      <source>As soon as you are back from lunch or a break</source>
      <translation>As soon as you are back from lunch or a break</translation>
    </message>
    <message>
      <source>Ask for the PIN from my own phone</source>
      <translation>Ask for the PIN from my own phone</translation>
    </message>
    <message>
      <source>Attach the recording</source>
      <translation>Attach the recording</translation>
    </message>
    <message>
      <source>Back from lunch or a break</source>
      <translation>Back from lunch or a break</translation>
    </message>
    <message>
      <source>Block a number</source>
      <translation>Block a number</translation>
    </message>
    <message>
      <source>Blocked callers</source>
      <translation>Blocked callers</translation>
    </message>
    <message>
      <source>Brings OnePresence to the front, and away again</source>
      <translation>Brings OnePresence to the front, and away again</translation>
    </message>
    <message>
      <source>By a click</source>
      <translation>By a click</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Call a selected number from any program.</source>
      <translation>Call a selected number from any program.</translation>
    </message>
    <message>
      <source>Call from</source>
      <translation>Call from</translation>
    </message>
    <message>
      <source>Call handling</source>
      <translation>Call handling</translation>
    </message>
    <message>
      <source>Call the selected number</source>
      <translation>Call the selected number</translation>
    </message>
    <message>
      <source>Callers can press 9 for reception</source>
      <translation>Callers can press 9 for reception</translation>
    </message>
    <message>
      <source>Callers press 5 to hear it</source>
      <translation>Callers press 5 to hear it</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Calls</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Calls go to</translation>
    </message>
    <message>
      <source>Calls you don't take</source>
      <translation>Calls you don't take</translation>
    </message>
    <message>
      <source>Can be changed when you are connected again.</source>
      <translation>Can be changed when you are connected again.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Change password</translation>
    </message>
    <message>
      <source>Change the PIN</source>
      <translation>Change the PIN</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Change {name}</translation>
    </message>
    <message>
      <source>Choose a sound file for your name …</source>
      <translation>Choose a sound file for your name …</translation>
    </message>
    <message>
      <source>Choose a sound file for your own greeting …</source>
      <translation>Choose a sound file for your own greeting …</translation>
    </message>
    <message>
      <source>Colleagues always get through</source>
      <translation>Colleagues always get through</translation>
    </message>
    <message>
      <source>Colleagues always see who calls</source>
      <translation>Colleagues always see who calls</translation>
    </message>
    <message>
      <source>Colleagues may read the subject</source>
      <translation>Colleagues may read the subject</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Command palette</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Connected</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Connecting …</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Connection</translation>
    </message>
    <message>
      <source>Connection lost and restored</source>
      <translation>Connection lost and restored</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copied</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Country when it is missing</source>
      <translation>Country when it is missing</translation>
    </message>
    <message>
      <source>Counts for Do not disturb, and for diversions where you choose nobody else.</source>
      <translation>Counts for Do not disturb, and for diversions where you choose nobody else.</translation>
    </message>
    <message>
      <source>Current password</source>
      <translation>Current password</translation>
    </message>
    <message>
      <source>Customer card</source>
      <translation>Customer card</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Danish</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Delete heard messages after</source>
      <translation>Delete heard messages after</translation>
    </message>
    <message>
      <source>Delete your own greeting</source>
      <translation>Delete your own greeting</translation>
    </message>
    <message>
      <source>Delete your recorded name</source>
      <translation>Delete your recorded name</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Deleted</translation>
    </message>
    <message>
      <source>Deleting …</source>
      <translation>Deleting …</translation>
    </message>
    <message>
      <source>Denmark</source>
      <translation>Denmark</translation>
    </message>
    <message>
      <source>Dense</source>
      <translation>Dense</translation>
    </message>
    <message>
      <source>Destination deleted</source>
      <translation>Destination deleted</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnostics</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Discard</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Diversion</translation>
    </message>
    <message>
      <source>Divert to OneVoicemail</source>
      <translation>Divert to OneVoicemail</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Do nothing</translation>
    </message>
    <message>
      <source>Doesn't apply while you are diverted</source>
      <translation>Doesn't apply while you are diverted</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail and SMS</source>
      <translation>E-mail and SMS</translation>
    </message>
    <message>
      <source>Empty: krak.dk for Danish and hitta.se for Swedish numbers; {number} is the number</source>
      <translation>Empty: krak.dk for Danish and hitta.se for Swedish numbers; {number} is the number</translation>
    </message>
    <message>
      <source>End</source>
      <translation>End</translation>
    </message>
    <message>
      <source>End the session on {device}</source>
      <translation>End the session on {device}</translation>
    </message>
    <message>
      <source>Ends your call, or rejects one that rings</source>
      <translation>Ends your call, or rejects one that rings</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Everybody</translation>
    </message>
    <message>
      <source>External contacts</source>
      <translation>External contacts</translation>
    </message>
    <message>
      <source>External contacts are those the company shares; your own are in the phonebook</source>
      <translation>External contacts are those the company shares; your own are in the phonebook</translation>
    </message>
    <message>
      <source>Fetching …</source>
      <translation>Fetching …</translation>
    </message>
    <message>
      <source>Find people, numbers and commands from any program</source>
      <translation>Find people, numbers and commands from any program</translation>
    </message>
    <message>
      <source>Finland</source>
      <translation>Finland</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>First page</translation>
    </message>
    <message>
      <source>For OnePresence. Digits only.</source>
      <translation>For OnePresence. Digits only.</translation>
    </message>
    <message>
      <source>For colleagues' computers</source>
      <translation>For colleagues' computers</translation>
    </message>
    <message>
      <source>Free software under the GNU GPL, version 3 or later</source>
      <translation>Free software under the GNU GPL, version 3 or later</translation>
    </message>
    <message>
      <source>From other phones it is always asked for</source>
      <translation>From other phones it is always asked for</translation>
    </message>
    <message>
      <source>Germany</source>
      <translation>Germany</translation>
    </message>
    <message>
      <source>Give it a name</source>
      <translation>Give it a name</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Greeting</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Hang up</translation>
    </message>
    <message>
      <source>Hardly anything was heard. Is it the right microphone?</source>
      <translation>Hardly anything was heard. Is it the right microphone?</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Hide the PIN</source>
      <translation>Hide the PIN</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>How OneVoicemail meets your callers.</source>
      <translation>How OneVoicemail meets your callers.</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>How long</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>Icon</translation>
    </message>
    <message>
      <source>Incoming call</source>
      <translation>Incoming call</translation>
    </message>
    <message>
      <source>Internal users</source>
      <translation>Internal users</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>Keep the telephone system running</source>
      <translation>Keep the telephone system running</translation>
    </message>
    <message>
      <source>Kept messages are never deleted</source>
      <translation>Kept messages are never deleted</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Key</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Keys in any program</source>
      <translation>Keys in any program</translation>
    </message>
    <message>
      <source>Known words: {words}</source>
      <translation>Known words: {words}</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Language and start</source>
      <translation>Language and start</translation>
    </message>
    <message>
      <source>Language of the greeting</source>
      <translation>Language of the greeting</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Last seen {ago}</translation>
    </message>
    <message>
      <source>Let {name} in again</source>
      <translation>Let {name} in again</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Listen to how it sounds</source>
      <translation>Listen to how it sounds</translation>
    </message>
    <message>
      <source>Listen to the recording</source>
      <translation>Listen to the recording</translation>
    </message>
    <message>
      <source>Listening by phone</source>
      <translation>Listening by phone</translation>
    </message>
    <message>
      <source>Log folder</source>
      <translation>Log folder</translation>
    </message>
    <message>
      <source>Longest message</source>
      <translation>Longest message</translation>
    </message>
    <message>
      <source>Loudness</source>
      <translation>Loudness</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>Mailbox</translation>
    </message>
    <message>
      <source>May divert</source>
      <translation>May divert</translation>
    </message>
    <message>
      <source>Means</source>
      <translation>Means</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>Meetings</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minutes</translation>
    </message>
    <message>
      <source>Minutes as a number, for example 90</source>
      <translation>Minutes as a number, for example 90</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Missed call</translation>
    </message>
    <message>
      <source>My desk phone</source>
      <translation>My desk phone</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>My mobile</translation>
    </message>
    <message>
      <source>My number</source>
      <translation>My number</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the destination</source>
      <translation>Name of the destination</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Never</translation>
    </message>
    <message>
      <source>Never that of a private entry</source>
      <translation>Never that of a private entry</translation>
    </message>
    <message>
      <source>New messages</source>
      <translation>New messages</translation>
    </message>
    <message>
      <source>New messages are played at once, without a menu</source>
      <translation>New messages are played at once, without a menu</translation>
    </message>
    <message>
      <source>New text message</source>
      <translation>New text message</translation>
    </message>
    <message>
      <source>New voicemail</source>
      <translation>New voicemail</translation>
    </message>
    <message>
      <source>No microphone was found. Record by phone, or choose a file.</source>
      <translation>No microphone was found. Record by phone, or choose a file.</translation>
    </message>
    <message>
      <source>No setting matches</source>
      <translation>No setting matches</translation>
    </message>
    <message>
      <source>None</source>
      <translation>None</translation>
    </message>
    <message>
      <source>None: callers hear the usual greeting</source>
      <translation>None: callers hear the usual greeting</translation>
    </message>
    <message>
      <source>None: you can't listen from other phones</source>
      <translation>None: you can't listen from other phones</translation>
    </message>
    <message>
      <source>Norway</source>
      <translation>Norway</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Not connected</translation>
    </message>
    <message>
      <source>Not recorded: the computer voice says it</source>
      <translation>Not recorded: the computer voice says it</translation>
    </message>
    <message>
      <source>Not whole days, and not what is marked as free</source>
      <translation>Not whole days, and not what is marked as free</translation>
    </message>
    <message>
      <source>Nothing slides or pulses</source>
      <translation>Nothing slides or pulses</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Notifications</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Number look-up</source>
      <translation>Number look-up</translation>
    </message>
    <message>
      <source>Number of the destination</source>
      <translation>Number of the destination</translation>
    </message>
    <message>
      <source>Number shown to whoever you call</source>
      <translation>Number shown to whoever you call</translation>
    </message>
    <message>
      <source>Off: callers hear the greeting alone</source>
      <translation>Off: callers hear the greeting alone</translation>
    </message>
    <message>
      <source>Off: whoever calls then finds me busy</source>
      <translation>Off: whoever calls then finds me busy</translation>
    </message>
    <message>
      <source>Offers to open the phone when you use the computer or the desk phone</source>
      <translation>Offers to open the phone when you use the computer or the desk phone</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>On this computer</translation>
    </message>
    <message>
      <source>One of your calendars may divert: by its meetings, and by words in its entries.</source>
      <translation>One of your calendars may divert: by its meetings, and by words in its entries.</translation>
    </message>
    <message>
      <source>OnePresence</source>
      <translation>OnePresence</translation>
    </message>
    <message>
      <source>Only when it lasts longer than a moment</source>
      <translation>Only when it lasts longer than a moment</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Open tel: links in OnePresence</source>
      <translation>Open tel: links in OnePresence</translation>
    </message>
    <message>
      <source>Open the phone without asking</source>
      <translation>Open the phone without asking</translation>
    </message>
    <message>
      <source>Opens</source>
      <translation>Opens</translation>
    </message>
    <message>
      <source>Out of office counts as well</source>
      <translation>Out of office counts as well</translation>
    </message>
    <message>
      <source>PIN for the mailbox</source>
      <translation>PIN for the mailbox</translation>
    </message>
    <message>
      <source>Panel behind the icon</source>
      <translation>Panel behind the icon</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Phones go on working when OnePresence is quit</source>
      <translation>Phones go on working when OnePresence is quit</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Play</translation>
    </message>
    <message>
      <source>Play messages in</source>
      <translation>Play messages in</translation>
    </message>
    <message>
      <source>Play your name</source>
      <translation>Play your name</translation>
    </message>
    <message>
      <source>Play your own greeting</source>
      <translation>Play your own greeting</translation>
    </message>
    <message>
      <source>Programs and devices that are signed in as you. End what you don't know.</source>
      <translation>Programs and devices that are signed in as you. End what you don't know.</translation>
    </message>
    <message>
      <source>Quick diversion deleted</source>
      <translation>Quick diversion deleted</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Quick diversions</translation>
    </message>
    <message>
      <source>Quick diversions, and what happens to calls you don't take.</source>
      <translation>Quick diversions, and what happens to calls you don't take.</translation>
    </message>
    <message>
      <source>Quick listening</source>
      <translation>Quick listening</translation>
    </message>
    <message>
      <source>Quit from the tray's menu</source>
      <translation>Quit from the tray's menu</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Record by phone</source>
      <translation>Record by phone</translation>
    </message>
    <message>
      <source>Record your name by phone</source>
      <translation>Record your name by phone</translation>
    </message>
    <message>
      <source>Record your name with the microphone</source>
      <translation>Record your name with the microphone</translation>
    </message>
    <message>
      <source>Record your own greeting by phone</source>
      <translation>Record your own greeting by phone</translation>
    </message>
    <message>
      <source>Record your own greeting with the microphone</source>
      <translation>Record your own greeting with the microphone</translation>
    </message>
    <message>
      <source>Recorded: {length}</source>
      <translation>Recorded: {length}</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Reduce motion</translation>
    </message>
    <message>
      <source>Refuse callers without a number</source>
      <translation>Refuse callers without a number</translation>
    </message>
    <message>
      <source>Remove the PIN</source>
      <translation>Remove the PIN</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Remove {name}</translation>
    </message>
    <message>
      <source>Remove {word}</source>
      <translation>Remove {word}</translation>
    </message>
    <message>
      <source>Roomy</source>
      <translation>Roomy</translation>
    </message>
    <message>
      <source>Row height in lists</source>
      <translation>Row height in lists</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Saved destinations</source>
      <translation>Saved destinations</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Search among</source>
      <translation>Search among</translation>
    </message>
    <message>
      <source>Search in settings</source>
      <translation>Search in settings</translation>
    </message>
    <message>
      <source>Second language</source>
      <translation>Second language</translation>
    </message>
    <message>
      <source>Select a number anywhere, and press it</source>
      <translation>Select a number anywhere, and press it</translation>
    </message>
    <message>
      <source>Select the number and press {keys}</source>
      <translation>Select the number and press {keys}</translation>
    </message>
    <message>
      <source>Select the number first</source>
      <translation>Select the number first</translation>
    </message>
    <message>
      <source>Sending the file …</source>
      <translation>Sending the file …</translation>
    </message>
    <message>
      <source>Sending the recording …</source>
      <translation>Sending the recording …</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Set</translation>
    </message>
    <message>
      <source>Set the PIN</source>
      <translation>Set the PIN</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Show or hide the window</source>
      <translation>Show or hide the window</translation>
    </message>
    <message>
      <source>Show that I am in a meeting</source>
      <translation>Show that I am in a meeting</translation>
    </message>
    <message>
      <source>Show the PIN</source>
      <translation>Show the PIN</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
    </message>
    <message>
      <source>Signed in as</source>
      <translation>Signed in as</translation>
    </message>
    <message>
      <source>Signed in on</source>
      <translation>Signed in on</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Signed out</translation>
    </message>
    <message>
      <source>Six digits or more are harder to guess.</source>
      <translation>Six digits or more are harder to guess.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>So that the icon stands out from it</source>
      <translation>So that the icon stands out from it</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Sound</translation>
    </message>
    <message>
      <source>Sound files (*.wav)</source>
      <translation>Sound files (*.wav)</translation>
    </message>
    <message>
      <source>Sound: {event}</source>
      <translation>Sound: {event}</translation>
    </message>
    <message>
      <source>Speak now · {time} of {most}</source>
      <translation>Speak now · {time} of {most}</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start OnePresence when I sign in to the computer</source>
      <translation>Start OnePresence when I sign in to the computer</translation>
    </message>
    <message>
      <source>Start hidden in the tray</source>
      <translation>Start hidden in the tray</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Stay signed in</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Stronger text and lines</source>
      <translation>Stronger text and lines</translation>
    </message>
    <message>
      <source>Sweden</source>
      <translation>Sweden</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Swedish</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>System default</translation>
    </message>
    <message>
      <source>Take messages</source>
      <translation>Take messages</translation>
    </message>
    <message>
      <source>Takes the call that rings, at your phone</source>
      <translation>Takes the call that rings, at your phone</translation>
    </message>
    <message>
      <source>Tell me of new messages by SMS</source>
      <translation>Tell me of new messages by SMS</translation>
    </message>
    <message>
      <source>Tell me of new messages by e-mail</source>
      <translation>Tell me of new messages by e-mail</translation>
    </message>
    <message>
      <source>Text and controls; counts from the next start</source>
      <translation>Text and controls; counts from the next start</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Text for colleagues</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Text for the reception</translation>
    </message>
    <message>
      <source>Texts from colleagues</source>
      <translation>Texts from colleagues</translation>
    </message>
    <message>
      <source>The PIN has been set</source>
      <translation>The PIN has been set</translation>
    </message>
    <message>
      <source>The close button hides the window</source>
      <translation>The close button hides the window</translation>
    </message>
    <message>
      <source>The company's ({country})</source>
      <translation>The company's ({country})</translation>
    </message>
    <message>
      <source>The current password isn't right.</source>
      <translation>The current password isn't right.</translation>
    </message>
    <message>
      <source>The demo company on this computer</source>
      <translation>The demo company on this computer</translation>
    </message>
    <message>
      <source>The eight words they compare</source>
      <translation>The eight words they compare</translation>
    </message>
    <message>
      <source>The microphone gives no sound.</source>
      <translation>The microphone gives no sound.</translation>
    </message>
    <message>
      <source>The microphone is switched on …</source>
      <translation>The microphone is switched on …</translation>
    </message>
    <message>
      <source>The password has been changed.</source>
      <translation>The password has been changed.</translation>
    </message>
    <message>
      <source>The phone rings for</source>
      <translation>The phone rings for</translation>
    </message>
    <message>
      <source>The session is kept in the system's keyring</source>
      <translation>The session is kept in the system's keyring</translation>
    </message>
    <message>
      <source>The system doesn’t let OnePresence use the microphone.</source>
      <translation>The system doesn’t let OnePresence use the microphone.</translation>
    </message>
    <message>
      <source>The system refused: {reason}</source>
      <translation>The system refused: {reason}</translation>
    </message>
    <message>
      <source>The system's player</source>
      <translation>The system's player</translation>
    </message>
    <message>
      <source>Then, when I don't answer</source>
      <translation>Then, when I don't answer</translation>
    </message>
    <message>
      <source>They are always in the inbox, too</source>
      <translation>They are always in the inbox, too</translation>
    </message>
    <message>
      <source>This address is too long</source>
      <translation>This address is too long</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>This computer</translation>
    </message>
    <message>
      <source>This is no address that begins with http:// or https://</source>
      <translation>This is no address that begins with http:// or https://</translation>
    </message>
    <message>
      <source>This program</source>
      <translation>This program</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>Time of day</translation>
    </message>
    <message>
      <source>Time to cancel before a call</source>
      <translation>Time to cancel before a call</translation>
    </message>
    <message>
      <source>To {address}</source>
      <translation>To {address}</translation>
    </message>
    <message>
      <source>Try it now</source>
      <translation>Try it now</translation>
    </message>
    <message>
      <source>Type the number calls should go to</source>
      <translation>Type the number calls should go to</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>United Kingdom</source>
      <translation>United Kingdom</translation>
    </message>
    <message>
      <source>United States</source>
      <translation>United States</translation>
    </message>
    <message>
      <source>Unnamed device</source>
      <translation>Unnamed device</translation>
    </message>
    <message>
      <source>Until a time</source>
      <translation>Until a time</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Until further notice</translation>
    </message>
    <message>
      <source>Version and connection.</source>
      <translation>Version and connection.</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>Web address</translation>
    </message>
    <message>
      <source>What a caller would hear now</source>
      <translation>What a caller would hear now</translation>
    </message>
    <message>
      <source>What your meetings show, and what they do to your calls.</source>
      <translation>What your meetings show, and what they do to your calls.</translation>
    </message>
    <message>
      <source>When I am on the phone</source>
      <translation>When I am on the phone</translation>
    </message>
    <message>
      <source>When I don't answer</source>
      <translation>When I don't answer</translation>
    </message>
    <message>
      <source>When OnePresence may disturb you.</source>
      <translation>When OnePresence may disturb you.</translation>
    </message>
    <message>
      <source>When a colleague calls</source>
      <translation>When a colleague calls</translation>
    </message>
    <message>
      <source>When answered</source>
      <translation>When answered</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>When it rings</translation>
    </message>
    <message>
      <source>When my phone can't be reached</source>
      <translation>When my phone can't be reached</translation>
    </message>
    <message>
      <source>Who calls, and where to send the call</source>
      <translation>Who calls, and where to send the call</translation>
    </message>
    <message>
      <source>Who gets through as usual</source>
      <translation>Who gets through as usual</translation>
    </message>
    <message>
      <source>Windows lets only you choose it: Settings, Apps, Default apps</source>
      <translation>Windows lets only you choose it: Settings, Apps, Default apps</translation>
    </message>
    <message>
      <source>Withheld</source>
      <translation>Withheld</translation>
    </message>
    <message>
      <source>Without numbers, names, messages or passwords</source>
      <translation>Without numbers, names, messages or passwords</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Word</translation>
    </message>
    <message>
      <source>Words become absences</source>
      <translation>Words become absences</translation>
    </message>
    <message>
      <source>Words in the calendar</source>
      <translation>Words in the calendar</translation>
    </message>
    <message>
      <source>Words of my own</source>
      <translation>Words of my own</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Works</translation>
    </message>
    <message>
      <source>You are told five minutes before, and can say: not this time</source>
      <translation>You are told five minutes before, and can say: not this time</translation>
    </message>
    <message>
      <source>You have no mobile number; enter it under My details</source>
      <translation>You have no mobile number; enter it under My details</translation>
    </message>
    <message>
      <source>Your administrator hasn't entered an e-mail address for you</source>
      <translation>Your administrator hasn't entered an e-mail address for you</translation>
    </message>
    <message>
      <source>Your calendar isn't connected. Your administrator does that.</source>
      <translation>Your calendar isn't connected. Your administrator does that.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Your name</translation>
    </message>
    <message>
      <source>Your own greeting</source>
      <translation>Your own greeting</translation>
    </message>
    <message>
      <source>Your phone is being called …</source>
      <translation>Your phone is being called …</translation>
    </message>
    <message>
      <source>Your phone rings. Speak after the tone.</source>
      <translation>Your phone rings. Speak after the tone.</translation>
    </message>
    <message>
      <source>version {version} is out</source>
      <translation>version {version} is out</translation>
    </message>
    <message>
      <source>{number} is where the caller's number goes</source>
      <translation>{number} is where the caller's number goes</translation>
    </message>
    <message>
      <source>{number} must stand in it, after the server's name</source>
      <translation>{number} must stand in it, after the server's name</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message numerus="yes">
      <source>%n voicemail(s) meanwhile</source>
      <translation>
        <numerusform>%n voicemail meanwhile</numerusform>
        <numerusform>%n voicemails meanwhile</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 hour</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 hours</translation>
    </message>
    <message>
      <source>30 minutes</source>
      <translation>30 minutes</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Answered</translation>
    </message>
    <message>
      <source>Answered on {device}</source>
      <translation>Answered on {device}</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Ask first</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Call from {device}</source>
      <translation>Call from {device}</translation>
    </message>
    <message>
      <source>Call them from your phone, then connect the two</source>
      <translation>Call them from your phone, then connect the two</translation>
    </message>
    <message>
      <source>Calls go straight to OneVoicemail.</source>
      <translation>Calls go straight to OneVoicemail.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Clear the search</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Colleagues and emergency services always see your own number.</source>
      <translation>Colleagues and emergency services always see your own number.</translation>
    </message>
    <message>
      <source>Compare the words …</source>
      <translation>Compare the words …</translation>
    </message>
    <message>
      <source>Connect the two</source>
      <translation>Connect the two</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Connected</translation>
    </message>
    <message>
      <source>Connected again</source>
      <translation>Connected again</translation>
    </message>
    <message>
      <source>Connected · {place}</source>
      <translation>Connected · {place}</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Connecting …</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Demo</translation>
    </message>
    <message>
      <source>Demo – connected</source>
      <translation>Demo – connected</translation>
    </message>
    <message>
      <source>Demo – simulated calls and colleagues</source>
      <translation>Demo – simulated calls and colleagues</translation>
    </message>
    <message>
      <source>Disconnected</source>
      <translation>Disconnected</translation>
    </message>
    <message>
      <source>Disconnected {time}</source>
      <translation>Disconnected {time}</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Divert</translation>
    </message>
    <message>
      <source>Divert to</source>
      <translation>Divert to</translation>
    </message>
    <message>
      <source>Diverted from {name}</source>
      <translation>Diverted from {name}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Do not disturb</translation>
    </message>
    <message>
      <source>Edit quick diversions</source>
      <translation>Edit quick diversions</translation>
    </message>
    <message>
      <source>From your calendar: {destination}</source>
      <translation>From your calendar: {destination}</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Hang up</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Hold</translation>
    </message>
    <message>
      <source>In any program</source>
      <translation>In any program</translation>
    </message>
    <message>
      <source>In this window</source>
      <translation>In this window</translation>
    </message>
    <message>
      <source>Is calling you</source>
      <translation>Is calling you</translation>
    </message>
    <message>
      <source>Is leaving a message</source>
      <translation>Is leaving a message</translation>
    </message>
    <message>
      <source>Keep {until}</source>
      <translation>Keep {until}</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Lift your phone</translation>
    </message>
    <message>
      <source>Message from {name}</source>
      <translation>Message from {name}</translation>
    </message>
    <message>
      <source>Missed call from {name}</source>
      <translation>Missed call from {name}</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Missed {when}</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>My mobile</translation>
    </message>
    <message>
      <source>My state</source>
      <translation>My state</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Name or number</translation>
    </message>
    <message>
      <source>New voicemail from {name}</source>
      <translation>New voicemail from {name}</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Next pane</translation>
    </message>
    <message>
      <source>No connection to the telephone system.</source>
      <translation>No connection to the telephone system.</translation>
    </message>
    <message>
      <source>Nobody took the call to {group}</source>
      <translation>Nobody took the call to {group}</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Not connected</translation>
    </message>
    <message>
      <source>Not this time</source>
      <translation>Not this time</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>On hold</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>One step back</translation>
    </message>
    <message>
      <source>Only the next call</source>
      <translation>Only the next call</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Open the customer card</source>
      <translation>Open the customer card</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Open the phone</translation>
    </message>
    <message>
      <source>Open without asking from now on</source>
      <translation>Open without asking from now on</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Other diversion …</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Play</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Quick diversions</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Reject</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Resume</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringing</translation>
    </message>
    <message>
      <source>Search field</source>
      <translation>Search field</translation>
    </message>
    <message>
      <source>Search name, number, department – or type a number</source>
      <translation>Search name, number, department – or type a number</translation>
    </message>
    <message>
      <source>Search or type a number</source>
      <translation>Search or type a number</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>Shows</translation>
    </message>
    <message>
      <source>Shows next</source>
      <translation>Shows next</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Signed out</translation>
    </message>
    <message>
      <source>Somebody else …</source>
      <translation>Somebody else …</translation>
    </message>
    <message>
      <source>Spoke {when} with you</source>
      <translation>Spoke {when} with you</translation>
    </message>
    <message>
      <source>Spoke {when} with {name}</source>
      <translation>Spoke {when} with {name}</translation>
    </message>
    <message>
      <source>State unknown</source>
      <translation>State unknown</translation>
    </message>
    <message>
      <source>States are live</source>
      <translation>States are live</translation>
    </message>
    <message>
      <source>States may be out of date.</source>
      <translation>States may be out of date.</translation>
    </message>
    <message>
      <source>Take the call</source>
      <translation>Take the call</translation>
    </message>
    <message>
      <source>Then {name} is called</source>
      <translation>Then {name} is called</translation>
    </message>
    <message>
      <source>To {group}</source>
      <translation>To {group}</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Transfer to</source>
      <translation>Transfer to</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Try now</translation>
    </message>
    <message>
      <source>Trying again in {time}.</source>
      <translation>Trying again in {time}.</translation>
    </message>
    <message>
      <source>Trying again now …</source>
      <translation>Trying again now …</translation>
    </message>
    <message>
      <source>Until I turn it off</source>
      <translation>Until I turn it off</translation>
    </message>
    <message>
      <source>Until working hours end</source>
      <translation>Until working hours end</translation>
    </message>
    <message>
      <source>Version {version} of OnePresence is out</source>
      <translation>Version {version} of OnePresence is out</translation>
    </message>
    <message>
      <source>Welcome back – open the phone?</source>
      <translation>Welcome back – open the phone?</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Withheld number</translation>
    </message>
    <message>
      <source>You are diverted: {reason} {until}</source>
      <translation>You are diverted: {reason} {until}</translation>
    </message>
    <message>
      <source>You have version {version}</source>
      <translation>You have version {version}</translation>
    </message>
    <message>
      <source>now: {state}</source>
      <translation>now: {state}</translation>
    </message>
    <message>
      <source>running now</source>
      <translation>running now</translation>
    </message>
    <message>
      <source>{name} calls back</source>
      <translation>{name} calls back</translation>
    </message>
    <message>
      <source>{name} is calling, {number}</source>
      <translation>{name} is calling, {number}</translation>
    </message>
    <message>
      <source>{name} is free now</source>
      <translation>{name} is free now</translation>
    </message>
    <message>
      <source>{reason} at {time}</source>
      <translation>{reason} at {time}</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} unread</translation>
    </message>
    <message>
      <source>{section}, {count} waiting</source>
      <translation>{section}, {count} waiting</translation>
    </message>
    <message>
      <source>{who} get through.</source>
      <translation>{who} get through.</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>A living company of 40 colleagues on this computer. No real calls are made.</source>
      <translation>A living company of 40 colleagues on this computer. No real calls are made.</translation>
    </message>
    <message>
      <source>A telephone system of your own</source>
      <translation>A telephone system of your own</translation>
    </message>
    <message>
      <source>Another key</source>
      <translation>Another key</translation>
    </message>
    <message>
      <source>Another program on this computer uses it. Quit that program, or use another port.</source>
      <translation>Another program on this computer uses it. Quit that program, or use another port.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Can be changed later in Settings</source>
      <translation>Can be changed later in Settings</translation>
    </message>
    <message>
      <source>Can't reach {server}.</source>
      <translation>Can't reach {server}.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Change password</translation>
    </message>
    <message>
      <source>Choose your own password</source>
      <translation>Choose your own password</translation>
    </message>
    <message>
      <source>Company name</source>
      <translation>Company name</translation>
    </message>
    <message>
      <source>Connect to my company</source>
      <translation>Connect to my company</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Create and start</source>
      <translation>Create and start</translation>
    </message>
    <message>
      <source>Customer code</source>
      <translation>Customer code</translation>
    </message>
    <message>
      <source>Data stays on this machine</source>
      <translation>Data stays on this machine</translation>
    </message>
    <message>
      <source>Don't connect</source>
      <translation>Don't connect</translation>
    </message>
    <message>
      <source>Encrypted connection</source>
      <translation>Encrypted connection</translation>
    </message>
    <message>
      <source>Forgot your password?</source>
      <translation>Forgot your password?</translation>
    </message>
    <message>
      <source>From your administrator</source>
      <translation>From your administrator</translation>
    </message>
    <message>
      <source>In the demo the password is {digits}.</source>
      <translation>In the demo the password is {digits}.</translation>
    </message>
    <message>
      <source>Is this your company's server?</source>
      <translation>Is this your company's server?</translation>
    </message>
    <message>
      <source>Known until now</source>
      <translation>Known until now</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Local number</translation>
    </message>
    <message>
      <source>New server</source>
      <translation>New server</translation>
    </message>
    <message>
      <source>Not encrypted</source>
      <translation>Not encrypted</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Phones that are set up already must then be told the new one.</source>
      <translation>Phones that are set up already must then be told the new one.</translation>
    </message>
    <message>
      <source>Port {port} is taken</source>
      <translation>Port {port} is taken</translation>
    </message>
    <message>
      <source>Ready in a few seconds</source>
      <translation>Ready in a few seconds</translation>
    </message>
    <message>
      <source>Run on this computer</source>
      <translation>Run on this computer</translation>
    </message>
    <message>
      <source>Save and continue</source>
      <translation>Save and continue</translation>
    </message>
    <message>
      <source>See who is free, call with one click, and divert your phone when you leave.</source>
      <translation>See who is free, call with one click, and divert your phone when you leave.</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Server address</translation>
    </message>
    <message>
      <source>Shown now</source>
      <translation>Shown now</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Sign in to OnePresence</source>
      <translation>Sign in to OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
    </message>
    <message>
      <source>So that nobody else does this while you are away. It counts for ten minutes.</source>
      <translation>So that nobody else does this while you are away. It counts for ten minutes.</translation>
    </message>
    <message>
      <source>Somebody may be posing as your company's server. Nothing was sent to it. If your administrator has replaced the key, ask them for the eight new words and type them.</source>
      <translation>Somebody may be posing as your company's server. Nothing was sent to it. If your administrator has replaced the key, ask them for the eight new words and type them.</translation>
    </message>
    <message>
      <source>Start your own telephone system here, and invite colleagues afterwards.</source>
      <translation>Start your own telephone system here, and invite colleagues afterwards.</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Stay signed in</translation>
    </message>
    <message>
      <source>The eight words that your administrator told you</source>
      <translation>The eight words that your administrator told you</translation>
    </message>
    <message>
      <source>The password isn't right.</source>
      <translation>The password isn't right.</translation>
    </message>
    <message>
      <source>The words are the same</source>
      <translation>The words are the same</translation>
    </message>
    <message>
      <source>These aren't the words that the server shows now.</source>
      <translation>These aren't the words that the server shows now.</translation>
    </message>
    <message>
      <source>They stand in Settings, About, on the computer that runs the telephone system; your administrator can tell you them. You are asked this once.</source>
      <translation>They stand in Settings, About, on the computer that runs the telephone system; your administrator can tell you them. You are asked this once.</translation>
    </message>
    <message>
      <source>This is your first sign-in. The first password can't be used again.</source>
      <translation>This is your first sign-in. The first password can't be used again.</translation>
    </message>
    <message>
      <source>Trust the new key</source>
      <translation>Trust the new key</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>Try with a demo company</source>
      <translation>Try with a demo company</translation>
    </message>
    <message>
      <source>Try with a demo company instead</source>
      <translation>Try with a demo company instead</translation>
    </message>
    <message>
      <source>Type your password again</source>
      <translation>Type your password again</translation>
    </message>
    <message>
      <source>Use port {port}</source>
      <translation>Use port {port}</translation>
    </message>
    <message>
      <source>Welcome to OnePresence</source>
      <translation>Welcome to OnePresence</translation>
    </message>
    <message>
      <source>You become its administrator, and add colleagues and phones afterwards.</source>
      <translation>You become its administrator, and add colleagues and phones afterwards.</translation>
    </message>
    <message>
      <source>You need the server address, your local number and your password.</source>
      <translation>You need the server address, your local number and your password.</translation>
    </message>
    <message>
      <source>Your last four digits</source>
      <translation>Your last four digits</translation>
    </message>
    <message>
      <source>Your local number: {number}</source>
      <translation>Your local number: {number}</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Your name</translation>
    </message>
    <message>
      <source>{server} shows another key</source>
      <translation>{server} shows another key</translation>
    </message>
    <message>
      <source>{server} shows these eight words. Compare them with those on the server.</source>
      <translation>{server} shows these eight words. Compare them with those on the server.</translation>
    </message>
  </context>
  <context>
    <name>Telephony</name>
    <message>
      <source>A phone that comes in without is no longer reached</source>
      <translation>A phone that comes in without is no longer reached</translation>
    </message>
    <message>
      <source>All phones must be encrypted (TLS and SRTP)</source>
      <translation>All phones must be encrypted (TLS and SRTP)</translation>
    </message>
    <message>
      <source>Choose a sound file as music …</source>
      <translation>Choose a sound file as music …</translation>
    </message>
    <message>
      <source>Delete the music</source>
      <translation>Delete the music</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Encryption</translation>
    </message>
    <message>
      <source>For one phone alone it is set under Devices, in the phone's menu.</source>
      <translation>For one phone alone it is set under Devices, in the phone's menu.</translation>
    </message>
    <message>
      <source>Music for callers on hold, parked, or waiting for a group</source>
      <translation>Music for callers on hold, parked, or waiting for a group</translation>
    </message>
    <message>
      <source>No</source>
      <translation>No</translation>
    </message>
    <message>
      <source>No number (withheld)</source>
      <translation>No number (withheld)</translation>
    </message>
    <message>
      <source>Numbers of groups they are in</source>
      <translation>Numbers of groups they are in</translation>
    </message>
    <message>
      <source>Numbers that users may show when they call out</source>
      <translation>Numbers that users may show when they call out</translation>
    </message>
    <message>
      <source>Play the music</source>
      <translation>Play the music</translation>
    </message>
    <message>
      <source>The company's numbers</source>
      <translation>The company's numbers</translation>
    </message>
    <message>
      <source>The service's own melody; a ringing tone for groups</source>
      <translation>The service's own melody; a ringing tone for groups</translation>
    </message>
    <message>
      <source>Their own number</source>
      <translation>Their own number</translation>
    </message>
    <message>
      <source>Users pick one of these in Settings. A code dialled before a number withholds theirs, or shows it, for that call. With none ticked, everybody shows their own. Whoever answers 112 always sees the caller's number.</source>
      <translation>Users pick one of these in Settings. A code dialled before a number withholds theirs, or shows it, for that call. With none ticked, everybody shows their own. Whoever answers 112 always sees the caller's number.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>Your own: {length}</source>
      <translation>Your own: {length}</translation>
    </message>
  </context>
  <context>
    <name>Texts</name>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n hour</numerusform>
        <numerusform>%n hours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minute</numerusform>
        <numerusform>%n minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n second</numerusform>
        <numerusform>%n seconds</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 hour</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 hours</translation>
    </message>
    <message>
      <source>5 minutes</source>
      <translation>5 minutes</translation>
    </message>
    <message>
      <source>A call can't be sent there.</source>
      <translation>A call can't be sent there.</translation>
    </message>
    <message>
      <source>A key leads nowhere yet.</source>
      <translation>A key leads nowhere yet.</translation>
    </message>
    <message>
      <source>A key leads to a menu that isn't there.</source>
      <translation>A key leads to a menu that isn't there.</translation>
    </message>
    <message>
      <source>A local number begins with the company's three digits.</source>
      <translation>A local number begins with the company's three digits.</translation>
    </message>
    <message>
      <source>A local number has seven digits.</source>
      <translation>A local number has seven digits.</translation>
    </message>
    <message>
      <source>A local number is missing.</source>
      <translation>A local number is missing.</translation>
    </message>
    <message>
      <source>A name is missing.</source>
      <translation>A name is missing.</translation>
    </message>
    <message>
      <source>A number in it is none</source>
      <translation>A number in it is none</translation>
    </message>
    <message>
      <source>A number is missing.</source>
      <translation>A number is missing.</translation>
    </message>
    <message>
      <source>A quotation mark is missing, or is one too many</source>
      <translation>A quotation mark is missing, or is one too many</translation>
    </message>
    <message>
      <source>A text in it is too long</source>
      <translation>A text in it is too long</translation>
    </message>
    <message>
      <source>A text is missing.</source>
      <translation>A text is missing.</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Another line has that name.</source>
      <translation>Another line has that name.</translation>
    </message>
    <message>
      <source>Another one has that name.</source>
      <translation>Another one has that name.</translation>
    </message>
    <message>
      <source>Another program is using the data.</source>
      <translation>Another program is using the data.</translation>
    </message>
    <message>
      <source>Another program is using the network address.</source>
      <translation>Another program is using the network address.</translation>
    </message>
    <message>
      <source>Another server is told it, so type it again.</source>
      <translation>Another server is told it, so type it again.</translation>
    </message>
    <message>
      <source>Answered on another phone.</source>
      <translation>Answered on another phone.</translation>
    </message>
    <message>
      <source>At home</source>
      <translation>At home</translation>
    </message>
    <message>
      <source>At least 4 digits</source>
      <translation>At least 4 digits</translation>
    </message>
    <message>
      <source>At most 10 digits</source>
      <translation>At most 10 digits</translation>
    </message>
    <message>
      <source>At most 64 digits</source>
      <translation>At most 64 digits</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Available</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>Break</translation>
    </message>
    <message>
      <source>Calls can't be sent there.</source>
      <translation>Calls can't be sent there.</translation>
    </message>
    <message>
      <source>Calls can't be sent to an emergency number.</source>
      <translation>Calls can't be sent to an emergency number.</translation>
    </message>
    <message>
      <source>Calls have to be sent somewhere else than to your own phones.</source>
      <translation>Calls have to be sent somewhere else than to your own phones.</translation>
    </message>
    <message>
      <source>Calls would end nowhere.</source>
      <translation>Calls would end nowhere.</translation>
    </message>
    <message>
      <source>Calls would loop back to you.</source>
      <translation>Calls would loop back to you.</translation>
    </message>
    <message>
      <source>Can't be read</source>
      <translation>Can't be read</translation>
    </message>
    <message>
      <source>Choose at least one language.</source>
      <translation>Choose at least one language.</translation>
    </message>
    <message>
      <source>Choose e-mail, SMS or both.</source>
      <translation>Choose e-mail, SMS or both.</translation>
    </message>
    <message>
      <source>Choose one of the two, not both.</source>
      <translation>Choose one of the two, not both.</translation>
    </message>
    <message>
      <source>Choose your own password first.</source>
      <translation>Choose your own password first.</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Company</translation>
    </message>
    <message>
      <source>Copenhagen</source>
      <translation>Copenhagen</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>Course</translation>
    </message>
    <message>
      <source>Customer visit</source>
      <translation>Customer visit</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Danish</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Department</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Desk phone</translation>
    </message>
    <message>
      <source>Diverted</source>
      <translation>Diverted</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Do not disturb</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail, home</source>
      <translation>E-mail, home</translation>
    </message>
    <message>
      <source>E-mail, work</source>
      <translation>E-mail, work</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Fax</source>
      <translation>Fax</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>First name</translation>
    </message>
    <message>
      <source>Four digits are wanted.</source>
      <translation>Four digits are wanted.</translation>
    </message>
    <message>
      <source>Gone for the day</source>
      <translation>Gone for the day</translation>
    </message>
    <message>
      <source>Gone home</source>
      <translation>Gone home</translation>
    </message>
    <message>
      <source>Helsinki</source>
      <translation>Helsinki</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Home</translation>
    </message>
    <message>
      <source>Is there already</source>
      <translation>Is there already</translation>
    </message>
    <message>
      <source>It ends before it begins.</source>
      <translation>It ends before it begins.</translation>
    </message>
    <message>
      <source>It exists already, or someone has changed it meanwhile.</source>
      <translation>It exists already, or someone has changed it meanwhile.</translation>
    </message>
    <message>
      <source>It has to begin with http:// or https://.</source>
      <translation>It has to begin with http:// or https://.</translation>
    </message>
    <message>
      <source>It has too many numbers or addresses</source>
      <translation>It has too many numbers or addresses</translation>
    </message>
    <message>
      <source>It holds a mark that turns the letters round. Type it anew.</source>
      <translation>It holds a mark that turns the letters round. Type it anew.</translation>
    </message>
    <message>
      <source>It holds a sign that can't be shown. Type it anew.</source>
      <translation>It holds a sign that can't be shown. Type it anew.</translation>
    </message>
    <message>
      <source>It holds signs that can't be kept. Type it anew.</source>
      <translation>It holds signs that can't be kept. Type it anew.</translation>
    </message>
    <message>
      <source>It is cut off before its end</source>
      <translation>It is cut off before its end</translation>
    </message>
    <message>
      <source>It is in use already.</source>
      <translation>It is in use already.</translation>
    </message>
    <message>
      <source>It is malformed</source>
      <translation>It is malformed</translation>
    </message>
    <message>
      <source>It is the same as the first.</source>
      <translation>It is the same as the first.</translation>
    </message>
    <message>
      <source>It is too large</source>
      <translation>It is too large</translation>
    </message>
    <message>
      <source>It is too long.</source>
      <translation>It is too long.</translation>
    </message>
    <message>
      <source>It isn't a picture that can be read.</source>
      <translation>It isn't a picture that can be read.</translation>
    </message>
    <message>
      <source>It isn't a sound file that can be read. Choose a WAV file.</source>
      <translation>It isn't a sound file that can be read. Choose a WAV file.</translation>
    </message>
    <message>
      <source>It isn't there any more.</source>
      <translation>It isn't there any more.</translation>
    </message>
    <message>
      <source>It isn't written as it should be.</source>
      <translation>It isn't written as it should be.</translation>
    </message>
    <message>
      <source>It may not run over several lines.</source>
      <translation>It may not run over several lines.</translation>
    </message>
    <message>
      <source>It needs {email} or {user} for the person.</source>
      <translation>It needs {email} or {user} for the person.</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Keep open</translation>
    </message>
    <message>
      <source>Last name</source>
      <translation>Last name</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Local number</translation>
    </message>
    <message>
      <source>Local number and password don't match.</source>
      <translation>Local number and password don't match.</translation>
    </message>
    <message>
      <source>Looks like {name}</source>
      <translation>Looks like {name}</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Lunch</translation>
    </message>
    <message>
      <source>Main number</source>
      <translation>Main number</translation>
    </message>
    <message>
      <source>Manager</source>
      <translation>Manager</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Meeting</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobile</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New</source>
      <translation>New</translation>
    </message>
    <message>
      <source>No column has {column} or {head} in the first row</source>
      <translation>No column has {column} or {head} in the first row</translation>
    </message>
    <message>
      <source>Nobody answered.</source>
      <translation>Nobody answered.</translation>
    </message>
    <message>
      <source>Nobody can be their own manager, by way of others either.</source>
      <translation>Nobody can be their own manager, by way of others either.</translation>
    </message>
    <message>
      <source>Nobody can close, lower or delete themselves.</source>
      <translation>Nobody can close, lower or delete themselves.</translation>
    </message>
    <message>
      <source>Nobody can take a right from themselves.</source>
      <translation>Nobody can take a right from themselves.</translation>
    </message>
    <message>
      <source>Nobody can take the role of administrator from themselves</source>
      <translation>Nobody can take the role of administrator from themselves</translation>
    </message>
    <message>
      <source>Nobody has vouched for this server's certificate yet. Nothing was sent to it.</source>
      <translation>Nobody has vouched for this server's certificate yet. Nothing was sent to it.</translation>
    </message>
    <message>
      <source>Nobody here has that name or number.</source>
      <translation>Nobody here has that name or number.</translation>
    </message>
    <message>
      <source>Nobody would administer the company any more.</source>
      <translation>Nobody would administer the company any more.</translation>
    </message>
    <message>
      <source>Not 0000</source>
      <translation>Not 0000</translation>
    </message>
    <message>
      <source>Not read yet</source>
      <translation>Not read yet</translation>
    </message>
    <message>
      <source>Not the one you have now</source>
      <translation>Not the one you have now</translation>
    </message>
    <message>
      <source>Not the password that you sign in with</source>
      <translation>Not the password that you sign in with</translation>
    </message>
    <message>
      <source>Not your local number</source>
      <translation>Not your local number</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Number, fax</source>
      <translation>Number, fax</translation>
    </message>
    <message>
      <source>Number, home</source>
      <translation>Number, home</translation>
    </message>
    <message>
      <source>Number, main</source>
      <translation>Number, main</translation>
    </message>
    <message>
      <source>Number, mobile</source>
      <translation>Number, mobile</translation>
    </message>
    <message>
      <source>Number, work</source>
      <translation>Number, work</translation>
    </message>
    <message>
      <source>Off work</source>
      <translation>Off work</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>On a course</source>
      <translation>On a course</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>On the phone</translation>
    </message>
    <message>
      <source>One of the calendars diverts. Choose another one instead.</source>
      <translation>One of the calendars diverts. Choose another one instead.</translation>
    </message>
    <message>
      <source>One of the menus can't be reached: no key leads to it.</source>
      <translation>One of the menus can't be reached: no key leads to it.</translation>
    </message>
    <message>
      <source>Only a mobile can have a number of its own here.</source>
      <translation>Only a mobile can have a number of its own here.</translation>
    </message>
    <message>
      <source>Only digits</source>
      <translation>Only digits</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Passwords would travel unencrypted. Leave out http://, or begin with https://.</source>
      <translation>Passwords would travel unencrypted. Leave out http://, or begin with https://.</translation>
    </message>
    <message>
      <source>Phones can't come in encrypted: the service was started without --sips.</source>
      <translation>Phones can't come in encrypted: the service was started without --sips.</translation>
    </message>
    <message>
      <source>Port {port} is taken by another program.</source>
      <translation>Port {port} is taken by another program.</translation>
    </message>
    <message>
      <source>Read {time}</source>
      <translation>Read {time}</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Receptionist</source>
      <translation>Receptionist</translation>
    </message>
    <message>
      <source>Reykjavik</source>
      <translation>Reykjavik</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringing</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>Say at least of one column what it holds.</source>
      <translation>Say at least of one column what it holds.</translation>
    </message>
    <message>
      <source>Sick</source>
      <translation>Sick</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Somebody</source>
      <translation>Somebody</translation>
    </message>
    <message>
      <source>Somebody has changed this meanwhile.</source>
      <translation>Somebody has changed this meanwhile.</translation>
    </message>
    <message>
      <source>Somebody who has left the company</source>
      <translation>Somebody who has left the company</translation>
    </message>
    <message>
      <source>Something has to be written here.</source>
      <translation>Something has to be written here.</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Something that this version doesn't know</translation>
    </message>
    <message>
      <source>Something unexpected went wrong. Try again.</source>
      <translation>Something unexpected went wrong. Try again.</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Swedish</translation>
    </message>
    <message>
      <source>That address lies inside the telephone system's own computer, and isn't asked.</source>
      <translation>That address lies inside the telephone system's own computer, and isn't asked.</translation>
    </message>
    <message>
      <source>That can't be right: check what you have typed.</source>
      <translation>That can't be right: check what you have typed.</translation>
    </message>
    <message>
      <source>That doesn't work at the moment. Try again shortly.</source>
      <translation>That doesn't work at the moment. Try again shortly.</translation>
    </message>
    <message>
      <source>That is over already. Choose a later time.</source>
      <translation>That is over already. Choose a later time.</translation>
    </message>
    <message>
      <source>That is too far ahead.</source>
      <translation>That is too far ahead.</translation>
    </message>
    <message>
      <source>That is too large.</source>
      <translation>That is too large.</translation>
    </message>
    <message>
      <source>That is too little, too much, or no number.</source>
      <translation>That is too little, too much, or no number.</translation>
    </message>
    <message>
      <source>That is too often: once a day is the most.</source>
      <translation>That is too often: once a day is the most.</translation>
    </message>
    <message>
      <source>That isn't a day.</source>
      <translation>That isn't a day.</translation>
    </message>
    <message>
      <source>That isn't a desk phone.</source>
      <translation>That isn't a desk phone.</translation>
    </message>
    <message>
      <source>That isn't a server address.</source>
      <translation>That isn't a server address.</translation>
    </message>
    <message>
      <source>That isn't a telephone number.</source>
      <translation>That isn't a telephone number.</translation>
    </message>
    <message>
      <source>That isn't an e-mail address.</source>
      <translation>That isn't an e-mail address.</translation>
    </message>
    <message>
      <source>That leads back to itself: a caller would never get out.</source>
      <translation>That leads back to itself: a caller would never get out.</translation>
    </message>
    <message>
      <source>That needs your password. Nothing was changed.</source>
      <translation>That needs your password. Nothing was changed.</translation>
    </message>
    <message>
      <source>That never happens. Choose other days.</source>
      <translation>That never happens. Choose other days.</translation>
    </message>
    <message>
      <source>That number can't be called.</source>
      <translation>That number can't be called.</translation>
    </message>
    <message>
      <source>That password can't be used.</source>
      <translation>That password can't be used.</translation>
    </message>
    <message>
      <source>That time zone isn't known.</source>
      <translation>That time zone isn't known.</translation>
    </message>
    <message>
      <source>The call can't be made.</source>
      <translation>The call can't be made.</translation>
    </message>
    <message>
      <source>The call can't be transferred now.</source>
      <translation>The call can't be transferred now.</translation>
    </message>
    <message>
      <source>The call couldn't be put on hold. You are still talking.</source>
      <translation>The call couldn't be put on hold. You are still talking.</translation>
    </message>
    <message>
      <source>The call couldn't be taken back. It is still on hold.</source>
      <translation>The call couldn't be taken back. It is still on hold.</translation>
    </message>
    <message>
      <source>The call failed.</source>
      <translation>The call failed.</translation>
    </message>
    <message>
      <source>The call has ended.</source>
      <translation>The call has ended.</translation>
    </message>
    <message>
      <source>The call has ended; this version doesn't know why.</source>
      <translation>The call has ended; this version doesn't know why.</translation>
    </message>
    <message>
      <source>The call was given up.</source>
      <translation>The call was given up.</translation>
    </message>
    <message>
      <source>The call was rejected.</source>
      <translation>The call was rejected.</translation>
    </message>
    <message>
      <source>The command line</source>
      <translation>The command line</translation>
    </message>
    <message>
      <source>The company has no calendar connection in use. Make one first.</source>
      <translation>The company has no calendar connection in use. Make one first.</translation>
    </message>
    <message>
      <source>The company's calendar</source>
      <translation>The company's calendar</translation>
    </message>
    <message>
      <source>The connection was lost.</source>
      <translation>The connection was lost.</translation>
    </message>
    <message>
      <source>The data can't be read. It was left as it is.</source>
      <translation>The data can't be read. It was left as it is.</translation>
    </message>
    <message>
      <source>The data can't be written: the disk or the file is read-only.</source>
      <translation>The data can't be written: the disk or the file is read-only.</translation>
    </message>
    <message>
      <source>The data is gone, but its voice messages are still there. Bring a backup back. Nothing was changed.</source>
      <translation>The data is gone, but its voice messages are still there. Bring a backup back. Nothing was changed.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was changed.</source>
      <translation>The disk is full. Nothing was changed.</translation>
    </message>
    <message>
      <source>The file can't be read.</source>
      <translation>The file can't be read.</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>The file couldn't be written there.</translation>
    </message>
    <message>
      <source>The file ends in the middle.</source>
      <translation>The file ends in the middle.</translation>
    </message>
    <message>
      <source>The file has too many rows</source>
      <translation>The file has too many rows</translation>
    </message>
    <message>
      <source>The file holds no text. Save the table as CSV, or the contacts as vCard.</source>
      <translation>The file holds no text. Save the table as CSV, or the contacts as vCard.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>The file is empty.</translation>
    </message>
    <message>
      <source>The file is too large.</source>
      <translation>The file is too large.</translation>
    </message>
    <message>
      <source>The menu that callers hear first is missing.</source>
      <translation>The menu that callers hear first is missing.</translation>
    </message>
    <message>
      <source>The number is busy.</source>
      <translation>The number is busy.</translation>
    </message>
    <message>
      <source>The other server answers with more than can be read.</source>
      <translation>The other server answers with more than can be read.</translation>
    </message>
    <message>
      <source>The other server asks to be left alone for a while.</source>
      <translation>The other server asks to be left alone for a while.</translation>
    </message>
    <message>
      <source>The other server can't be reached. Is the address right?</source>
      <translation>The other server can't be reached. Is the address right?</translation>
    </message>
    <message>
      <source>The other server can't be used at the moment.</source>
      <translation>The other server can't be used at the moment.</translation>
    </message>
    <message>
      <source>The other server doesn't answer in time.</source>
      <translation>The other server doesn't answer in time.</translation>
    </message>
    <message>
      <source>The other server refuses the account or its password.</source>
      <translation>The other server refuses the account or its password.</translation>
    </message>
    <message>
      <source>The other server reports a fault of its own.</source>
      <translation>The other server reports a fault of its own.</translation>
    </message>
    <message>
      <source>The other server says no.</source>
      <translation>The other server says no.</translation>
    </message>
    <message>
      <source>The other server's certificate isn't trusted.</source>
      <translation>The other server's certificate isn't trusted.</translation>
    </message>
    <message>
      <source>The person has no e-mail address, by which the calendar is found.</source>
      <translation>The person has no e-mail address, by which the calendar is found.</translation>
    </message>
    <message>
      <source>The phone can't be reached.</source>
      <translation>The phone can't be reached.</translation>
    </message>
    <message>
      <source>The phones found no common way to speak.</source>
      <translation>The phones found no common way to speak.</translation>
    </message>
    <message>
      <source>The picture has too many pixels. Make it smaller first.</source>
      <translation>The picture has too many pixels. Make it smaller first.</translation>
    </message>
    <message>
      <source>The recording is too long.</source>
      <translation>The recording is too long.</translation>
    </message>
    <message>
      <source>The recording is too short.</source>
      <translation>The recording is too short.</translation>
    </message>
    <message>
      <source>The recording may not be whole, for a reason that this version doesn't know.</source>
      <translation>The recording may not be whole, for a reason that this version doesn't know.</translation>
    </message>
    <message>
      <source>The recording stopped at the longest time you allow a message: the end may be missing.</source>
      <translation>The recording stopped at the longest time you allow a message: the end may be missing.</translation>
    </message>
    <message>
      <source>The recording stopped because the telephone system's disk was full: the end is missing.</source>
      <translation>The recording stopped because the telephone system's disk was full: the end is missing.</translation>
    </message>
    <message>
      <source>The recording stopped because your mailbox was full: the end may be missing.</source>
      <translation>The recording stopped because your mailbox was full: the end may be missing.</translation>
    </message>
    <message>
      <source>The same key stands twice in a menu.</source>
      <translation>The same key stands twice in a menu.</translation>
    </message>
    <message>
      <source>The server isn't who it should be. Nothing was sent to it.</source>
      <translation>The server isn't who it should be. Nothing was sent to it.</translation>
    </message>
    <message>
      <source>The server shows another key than when you first connected. Nothing was sent to it. Ask your administrator.</source>
      <translation>The server shows another key than when you first connected. Nothing was sent to it. Ask your administrator.</translation>
    </message>
    <message>
      <source>The sound can't be played on this computer.</source>
      <translation>The sound can't be played on this computer.</translation>
    </message>
    <message>
      <source>The sound in it is of a kind that can't be read. Choose another WAV file.</source>
      <translation>The sound in it is of a kind that can't be read. Choose another WAV file.</translation>
    </message>
    <message>
      <source>The sound system has stopped – try again.</source>
      <translation>The sound system has stopped – try again.</translation>
    </message>
    <message>
      <source>The telephone system can't be reached.</source>
      <translation>The telephone system can't be reached.</translation>
    </message>
    <message>
      <source>The telephone system doesn't take that kind of data.</source>
      <translation>The telephone system doesn't take that kind of data.</translation>
    </message>
    <message>
      <source>The telephone system has no line to the outside yet: only colleagues can be reached.</source>
      <translation>The telephone system has no line to the outside yet: only colleagues can be reached.</translation>
    </message>
    <message>
      <source>The telephone system isn't running at the moment.</source>
      <translation>The telephone system isn't running at the moment.</translation>
    </message>
    <message>
      <source>The telephone system stopped while the message was being left: the end may be missing.</source>
      <translation>The telephone system stopped while the message was being left: the end may be missing.</translation>
    </message>
    <message>
      <source>The time needs a time zone.</source>
      <translation>The time needs a time zone.</translation>
    </message>
    <message>
      <source>The words are missing in one of the languages.</source>
      <translation>The words are missing in one of the languages.</translation>
    </message>
    <message>
      <source>There are as many as there can be.</source>
      <translation>There are as many as there can be.</translation>
    </message>
    <message>
      <source>There are as many lines as there can be.</source>
      <translation>There are as many lines as there can be.</translation>
    </message>
    <message>
      <source>There are more cells than the first row has columns</source>
      <translation>There are more cells than the first row has columns</translation>
    </message>
    <message>
      <source>There are more than there can be.</source>
      <translation>There are more than there can be.</translation>
    </message>
    <message>
      <source>There are no contacts in the file.</source>
      <translation>There are no contacts in the file.</translation>
    </message>
    <message>
      <source>There is no loudspeaker or headset to play it on.</source>
      <translation>There is no loudspeaker or headset to play it on.</translation>
    </message>
    <message>
      <source>There is no name</source>
      <translation>There is no name</translation>
    </message>
    <message>
      <source>There is no number in it.</source>
      <translation>There is no number in it.</translation>
    </message>
    <message>
      <source>There is no such number.</source>
      <translation>There is no such number.</translation>
    </message>
    <message>
      <source>There is nothing at that address.</source>
      <translation>There is nothing at that address.</translation>
    </message>
    <message>
      <source>There is room for {count} more.</source>
      <translation>There is room for {count} more.</translation>
    </message>
    <message>
      <source>This program and the telephone system don't understand each other.</source>
      <translation>This program and the telephone system don't understand each other.</translation>
    </message>
    <message>
      <source>This program is newer than the telephone system. Ask your administrator to update the system.</source>
      <translation>This program is newer than the telephone system. Ask your administrator to update the system.</translation>
    </message>
    <message>
      <source>This program is too old for the telephone system. Install the newest version of OnePresence.</source>
      <translation>This program is too old for the telephone system. Install the newest version of OnePresence.</translation>
    </message>
    <message>
      <source>Three digits are wanted.</source>
      <translation>Three digits are wanted.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>Tomorrow</translation>
    </message>
    <message>
      <source>Too easy: digits in a row</source>
      <translation>Too easy: digits in a row</translation>
    </message>
    <message>
      <source>Too easy: the same digits over and over</source>
      <translation>Too easy: the same digits over and over</translation>
    </message>
    <message>
      <source>Too many tries. Try again in {time}.</source>
      <translation>Too many tries. Try again in {time}.</translation>
    </message>
    <message>
      <source>Too many tries. Wait a little and try again.</source>
      <translation>Too many tries. Wait a little and try again.</translation>
    </message>
    <message>
      <source>Travel</source>
      <translation>Travel</translation>
    </message>
    <message>
      <source>Travelling</source>
      <translation>Travelling</translation>
    </message>
    <message>
      <source>Two columns have {column} or {head} in the first row</source>
      <translation>Two columns have {column} or {head} in the first row</translation>
    </message>
    <message>
      <source>Two of the times overlap.</source>
      <translation>Two of the times overlap.</translation>
    </message>
    <message>
      <source>Two of them have the same name.</source>
      <translation>Two of them have the same name.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unknown</translation>
    </message>
    <message>
      <source>Unknown destination</source>
      <translation>Unknown destination</translation>
    </message>
    <message>
      <source>Unknown kind</source>
      <translation>Unknown kind</translation>
    </message>
    <message>
      <source>Unknown phone</source>
      <translation>Unknown phone</translation>
    </message>
    <message>
      <source>Unknown reason</source>
      <translation>Unknown reason</translation>
    </message>
    <message>
      <source>Unknown role</source>
      <translation>Unknown role</translation>
    </message>
    <message>
      <source>User</source>
      <translation>User</translation>
    </message>
    <message>
      <source>Vacation</source>
      <translation>Vacation</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Visit</translation>
    </message>
    <message>
      <source>What is set here isn't known. Choose something else, or update OnePresence.</source>
      <translation>What is set here isn't known. Choose something else, or update OnePresence.</translation>
    </message>
    <message>
      <source>What the other server answers can't be read.</source>
      <translation>What the other server answers can't be read.</translation>
    </message>
    <message>
      <source>Without encryption only on the service's own computer.</source>
      <translation>Without encryption only on the service's own computer.</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Work</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Working from home</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Yesterday</translation>
    </message>
    <message>
      <source>You are not signed in any more. Sign in again.</source>
      <translation>You are not signed in any more. Sign in again.</translation>
    </message>
    <message>
      <source>You couldn't be signed in.</source>
      <translation>You couldn't be signed in.</translation>
    </message>
    <message>
      <source>You don't have the right to do that.</source>
      <translation>You don't have the right to do that.</translation>
    </message>
    <message>
      <source>You have been removed from the company. Ask your administrator.</source>
      <translation>You have been removed from the company. Ask your administrator.</translation>
    </message>
    <message>
      <source>You have been signed out here from another place.</source>
      <translation>You have been signed out here from another place.</translation>
    </message>
    <message>
      <source>You have no phone to call from. Ask your administrator for one.</source>
      <translation>You have no phone to call from. Ask your administrator for one.</translation>
    </message>
    <message>
      <source>You may not use that one. Ask your administrator.</source>
      <translation>You may not use that one. Ask your administrator.</translation>
    </message>
    <message>
      <source>Your access has been closed. Ask your administrator.</source>
      <translation>Your access has been closed. Ask your administrator.</translation>
    </message>
    <message>
      <source>Your e-mail address isn't known yet. Write it in My details.</source>
      <translation>Your e-mail address isn't known yet. Write it in My details.</translation>
    </message>
    <message>
      <source>Your mobile number isn't known yet. Write it in My details.</source>
      <translation>Your mobile number isn't known yet. Write it in My details.</translation>
    </message>
    <message>
      <source>Your password has been reset. Sign in with the one you are given.</source>
      <translation>Your password has been reset. Sign in with the one you are given.</translation>
    </message>
    <message>
      <source>Your phone isn't connected. Choose another one.</source>
      <translation>Your phone isn't connected. Choose another one.</translation>
    </message>
    <message>
      <source>colleagues</source>
      <translation>colleagues</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d MMM yyyy</translation>
    </message>
    <message>
      <source>favourites</source>
      <translation>favourites</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>in use</translation>
    </message>
    <message>
      <source>numbers of my list</source>
      <translation>numbers of my list</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>on hold</source>
      <translation>on hold</translation>
    </message>
    <message>
      <source>others</source>
      <translation>others</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>ready</translation>
    </message>
    <message>
      <source>rings</source>
      <translation>rings</translation>
    </message>
    <message>
      <source>the Faroe Islands</source>
      <translation>the Faroe Islands</translation>
    </message>
    <message>
      <source>those who call again within 3 min</source>
      <translation>those who call again within 3 min</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unknown</translation>
    </message>
    <message>
      <source>until further notice</source>
      <translation>until further notice</translation>
    </message>
    <message>
      <source>until tomorrow {time}</source>
      <translation>until tomorrow {time}</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>until {day}</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>until {time}</translation>
    </message>
    <message>
      <source>{column}: an emergency number</source>
      <translation>{column}: an emergency number</translation>
    </message>
    <message>
      <source>{column}: belongs to somebody else</source>
      <translation>{column}: belongs to somebody else</translation>
    </message>
    <message>
      <source>{column}: must have seven digits</source>
      <translation>{column}: must have seven digits</translation>
    </message>
    <message>
      <source>{column}: no e-mail address</source>
      <translation>{column}: no e-mail address</translation>
    </message>
    <message>
      <source>{column}: no telephone number</source>
      <translation>{column}: no telephone number</translation>
    </message>
    <message>
      <source>{column}: nobody can be above themselves, by whatever way</source>
      <translation>{column}: nobody can be above themselves, by whatever way</translation>
    </message>
    <message>
      <source>{column}: nobody has that local number</source>
      <translation>{column}: nobody has that local number</translation>
    </message>
    <message>
      <source>{column}: not the company's three digits</source>
      <translation>{column}: not the company's three digits</translation>
    </message>
    <message>
      <source>{column}: only user, receptionist or administrator</source>
      <translation>{column}: only user, receptionist or administrator</translation>
    </message>
    <message>
      <source>{column}: stands in an earlier row, too</source>
      <translation>{column}: stands in an earlier row, too</translation>
    </message>
    <message>
      <source>{column}: too long</source>
      <translation>{column}: too long</translation>
    </message>
    <message>
      <source>{count} d</source>
      <translation>{count} d</translation>
    </message>
    <message>
      <source>{count} h</source>
      <translation>{count} h</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>{name} has changed this meanwhile.</source>
      <translation>{name} has changed this meanwhile.</translation>
    </message>
    <message>
      <source>{name} has taken the call.</source>
      <translation>{name} has taken the call.</translation>
    </message>
    <message>
      <source>{name} leads there: change that first.</source>
      <translation>{name} leads there: change that first.</translation>
    </message>
    <message>
      <source>{number} belongs to {name}.</source>
      <translation>{number} belongs to {name}.</translation>
    </message>
    <message>
      <source>{number} can't be called.</source>
      <translation>{number} can't be called.</translation>
    </message>
    <message>
      <source>{some} and {last}</source>
      <translation>{some} and {last}</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>{time} ago</translation>
    </message>
    <message>
      <source>{time} · cut short</source>
      <translation>{time} · cut short</translation>
    </message>
    <message>
      <source>½ hour</source>
      <translation>½ hour</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%n new message(s)</source>
      <translation>
        <numerusform>%n new message</numerusform>
        <numerusform>%n new messages</numerusform>
      </translation>
    </message>
    <message>
      <source>Diverted: {reason}</source>
      <translation>Diverted: {reason}</translation>
    </message>
    <message>
      <source>Diverted: {reason}, until {time}</source>
      <translation>Diverted: {reason}, until {time}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Do not disturb</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favourites</translation>
    </message>
    <message>
      <source>No new messages</source>
      <translation>No new messages</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Not connected</translation>
    </message>
    <message>
      <source>Not connected – trying again</source>
      <translation>Not connected – trying again</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Other diversion …</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Sign in …</source>
      <translation>Sign in …</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Signed out</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} left</translation>
    </message>
  </context>
</TS>
