<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
  <context>
    <name>Administration</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n people</numerusform>
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
      <source>Cancel</source>
      <translation>Cancel</translation>
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
      <source>Every showing of a password is written to the audit log</source>
      <translation>Every showing of a password is written to the audit log</translation>
    </message>
    <message>
      <source>From the OneNumber</source>
      <translation>From the OneNumber</translation>
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
      <source>Kind of device</source>
      <translation>Kind of device</translation>
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
      <source>One-time code</source>
      <translation>One-time code</translation>
    </message>
    <message>
      <source>Open access</source>
      <translation>Open access</translation>
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
      <source>People or devices</source>
      <translation>People or devices</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
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
      <source>Remove {device}</source>
      <translation>Remove {device}</translation>
    </message>
    <message>
      <source>Reset password</source>
      <translation>Reset password</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Role</translation>
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
      <source>Saved</source>
      <translation>Saved</translation>
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
      <source>The only administrator can't be closed or deleted.</source>
      <translation>The only administrator can't be closed or deleted.</translation>
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
      <source>{name} is signed out on all devices, and needs a code to get in again.</source>
      <translation>{name} is signed out on all devices, and needs a code to get in again.</translation>
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
      <source>Phone messages</source>
      <translation>Phone messages</translation>
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
      <source>This computer has no keyring, so you sign in at each start.</source>
      <translation>This computer has no keyring, so you sign in at each start.</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>All</source>
      <translation>All</translation>
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
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Calls</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Copy the number</translation>
    </message>
    <message>
      <source>Emergency call</source>
      <translation>Emergency call</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
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
      <source>Incoming</source>
      <translation>Incoming</translation>
    </message>
    <message>
      <source>It came back to {name} and was stopped</source>
      <translation>It came back to {name} and was stopped</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Missed</translation>
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
      <source>No missed calls – well done</source>
      <translation>No missed calls – well done</translation>
    </message>
    <message>
      <source>No such calls</source>
      <translation>No such calls</translation>
    </message>
    <message>
      <source>Nobody has {number}</source>
      <translation>Nobody has {number}</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>Not answered</translation>
    </message>
    <message>
      <source>Nothing is known of its way.</source>
      <translation>Nothing is known of its way.</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Out</translation>
    </message>
    <message>
      <source>Out of the house to {number}</source>
      <translation>Out of the house to {number}</translation>
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
      <source>The call's way</source>
      <translation>The call's way</translation>
    </message>
    <message>
      <source>To {name}'s mailbox</source>
      <translation>To {name}'s mailbox</translation>
    </message>
    <message>
      <source>Transferred by {name}</source>
      <translation>Transferred by {name}</translation>
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
      <source>Withheld number</source>
      <translation>Withheld number</translation>
    </message>
    <message>
      <source>diverted by {name}</source>
      <translation>diverted by {name}</translation>
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
      <source>{name} had diverted</source>
      <translation>{name} had diverted</translation>
    </message>
    <message>
      <source>{name} has no phone connected</source>
      <translation>{name} has no phone connected</translation>
    </message>
    <message>
      <source>{name} was busy</source>
      <translation>{name} was busy</translation>
    </message>
    <message>
      <source>{name}'s number is closed</source>
      <translation>{name}'s number is closed</translation>
    </message>
    <message>
      <source>{number} was dialled</source>
      <translation>{number} was dialled</translation>
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
      <source>Divert my phone to here</source>
      <translation>Divert my phone to here</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Divert to here</translation>
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
      <source>Last seen {ago}</source>
      <translation>Last seen {ago}</translation>
    </message>
    <message>
      <source>Letters {first} to {last}</source>
      <translation>Letters {first} to {last}</translation>
    </message>
    <message>
      <source>Local number · rings your phone first</source>
      <translation>Local number · rings your phone first</translation>
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
      <source>No colleague is called “{query}”</source>
      <translation>No colleague is called “{query}”</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nothing found</translation>
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
      <source>Select</source>
      <translation>Select</translation>
    </message>
    <message>
      <source>Spoken {when}</source>
      <translation>Spoken {when}</translation>
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
      <source>favourite</source>
      <translation>favourite</translation>
    </message>
    <message>
      <source>local {number}</source>
      <translation>local {number}</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>A link can't dial codes with * or #.</source>
      <translation>A link can't dial codes with * or #.</translation>
    </message>
    <message>
      <source>Emergency calls are confirmed on the screen.</source>
      <translation>Emergency calls are confirmed on the screen.</translation>
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
      <source>There are several numbers in that.</source>
      <translation>There are several numbers in that.</translation>
    </message>
    <message>
      <source>There is no number in that link.</source>
      <translation>There is no number in that link.</translation>
    </message>
    <message>
      <source>There is no quick diversion {name}. There are: {names}</source>
      <translation>There is no quick diversion {name}. There are: {names}</translation>
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
      <source>Calls from {when}</source>
      <translation>Calls from {when}</translation>
    </message>
    <message>
      <source>Calls now</source>
      <translation>Calls now</translation>
    </message>
    <message>
      <source>Calls shall go to</source>
      <translation>Calls shall go to</translation>
    </message>
    <message>
      <source>Calls would come back to {at} in a circle</source>
      <translation>Calls would come back to {at} in a circle</translation>
    </message>
    <message>
      <source>Change {what}</source>
      <translation>Change {what}</translation>
    </message>
    <message>
      <source>Choose whom</source>
      <translation>Choose whom</translation>
    </message>
    <message>
      <source>Choose whom calls shall go to</source>
      <translation>Choose whom calls shall go to</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Colleague</translation>
    </message>
    <message>
      <source>Colleagues see: {words}</source>
      <translation>Colleagues see: {words}</translation>
    </message>
    <message>
      <source>Current</source>
      <translation>Current</translation>
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
      <source>From</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Give up the change</source>
      <translation>Give up the change</translation>
    </message>
    <message>
      <source>Goes before “{what}”, which runs now</source>
      <translation>Goes before “{what}”, which runs now</translation>
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
      <source>My mobile</source>
      <translation>My mobile</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Name of the group</translation>
    </message>
    <message>
      <source>Name or local number</source>
      <translation>Name or local number</translation>
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
      <source>One set by hand counts</source>
      <translation>One set by hand counts</translation>
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
      <source>Shown at the left and in the tray's menu</source>
      <translation>Shown at the left and in the tray's menu</translation>
    </message>
    <message>
      <source>Takes a message</source>
      <translation>Takes a message</translation>
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
      <source>The company has no reception</source>
      <translation>The company has no reception</translation>
    </message>
    <message>
      <source>The diversion wasn't saved.</source>
      <translation>The diversion wasn't saved.</translation>
    </message>
    <message>
      <source>The end must lie after the beginning</source>
      <translation>The end must lie after the beginning</translation>
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
      <source>The schedule counts</source>
      <translation>The schedule counts</translation>
    </message>
    <message>
      <source>To</source>
      <translation>To</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>To come</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Until further notice</translation>
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
      <source>{route}, but the telephone system has no line out: callers are turned away</source>
      <translation>{route}, but the telephone system has no line out: callers are turned away</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} left</translation>
    </message>
    <message>
      <source>½ h</source>
      <translation>½ h</translation>
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
      <source>All</source>
      <translation>All</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>Back 5 seconds</source>
      <translation>Back 5 seconds</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Earlier with {name}</source>
      <translation>Earlier with {name}</translation>
    </message>
    <message>
      <source>In the system's player</source>
      <translation>In the system's player</translation>
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
      <source>Missed call</source>
      <translation>Missed call</translation>
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
      <source>Nothing kept</source>
      <translation>Nothing kept</translation>
    </message>
    <message>
      <source>Nothing unread</source>
      <translation>Nothing unread</translation>
    </message>
    <message>
      <source>On 5 seconds</source>
      <translation>On 5 seconds</translation>
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
      <source>Press B at a message to keep it.</source>
      <translation>Press B at a message to keep it.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Read</translation>
    </message>
    <message>
      <source>Save as file</source>
      <translation>Save as file</translation>
    </message>
    <message>
      <source>Search messages by name or number</source>
      <translation>Search messages by name or number</translation>
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
      <source>Spoken · {time}</source>
      <translation>Spoken · {time}</translation>
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
      <source>Undo</source>
      <translation>Undo</translation>
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
      <source>What callers say to your mailbox arrives here.</source>
      <translation>What callers say to your mailbox arrives here.</translation>
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
      <source>kept</source>
      <translation>kept</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>unread</translation>
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
      <source>A click on the icon opens the window</source>
      <translation>A click on the icon opens the window</translation>
    </message>
    <message>
      <source>A ring counts down; Esc cancels</source>
      <translation>A ring counts down; Esc cancels</translation>
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
      <source>Always ask</source>
      <translation>Always ask</translation>
    </message>
    <message>
      <source>Another number …</source>
      <translation>Another number …</translation>
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
      <source>As the system</source>
      <translation>As the system</translation>
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
      <source>Change password</source>
      <translation>Change password</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Change {name}</translation>
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
      <source>Connection lost and found again</source>
      <translation>Connection lost and found again</translation>
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
      <source>Denmark</source>
      <translation>Denmark</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnostics</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Diversion</translation>
    </message>
    <message>
      <source>Doesn't apply while you are diverted</source>
      <translation>Doesn't apply while you are diverted</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
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
      <source>Free software under the GNU GPL, version 3 or later</source>
      <translation>Free software under the GNU GPL, version 3 or later</translation>
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
      <source>Help</source>
      <translation>Help</translation>
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
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Listen to how it sounds</source>
      <translation>Listen to how it sounds</translation>
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
      <source>Mailbox</source>
      <translation>Mailbox</translation>
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
      <source>New voicemail</source>
      <translation>New voicemail</translation>
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
      <source>Norway</source>
      <translation>Norway</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Not connected</translation>
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
      <source>Number of the destination</source>
      <translation>Number of the destination</translation>
    </message>
    <message>
      <source>Off: callers hear the greeting alone</source>
      <translation>Off: callers hear the greeting alone</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>On this computer</translation>
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
      <source>Present password</source>
      <translation>Present password</translation>
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
      <source>Quit from the tray's menu</source>
      <translation>Quit from the tray's menu</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Reduce motion</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Remove {name}</translation>
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
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Show</translation>
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
      <source>Signed out</source>
      <translation>Signed out</translation>
    </message>
    <message>
      <source>Six digits or more are harder to guess.</source>
      <translation>Six digits or more are harder to guess.</translation>
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
      <source>Sweden</source>
      <translation>Sweden</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Swedish</translation>
    </message>
    <message>
      <source>Take messages</source>
      <translation>Take messages</translation>
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
      <source>The close button hides the window</source>
      <translation>The close button hides the window</translation>
    </message>
    <message>
      <source>The company's ({country})</source>
      <translation>The company's ({country})</translation>
    </message>
    <message>
      <source>The demo company on this computer</source>
      <translation>The demo company on this computer</translation>
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
      <source>The present password isn't right.</source>
      <translation>The present password isn't right.</translation>
    </message>
    <message>
      <source>The session is kept in the system's keyring</source>
      <translation>The session is kept in the system's keyring</translation>
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
      <source>This computer</source>
      <translation>This computer</translation>
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
      <source>Try it now</source>
      <translation>Try it now</translation>
    </message>
    <message>
      <source>Type the number that calls shall go to</source>
      <translation>Type the number that calls shall go to</translation>
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
      <source>What a caller would hear now</source>
      <translation>What a caller would hear now</translation>
    </message>
    <message>
      <source>When I am on the phone</source>
      <translation>When I am on the phone</translation>
    </message>
    <message>
      <source>When OnePresence may disturb you.</source>
      <translation>When OnePresence may disturb you.</translation>
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
      <source>Windows lets only you choose it: Settings, Apps, Default apps</source>
      <translation>Windows lets only you choose it: Settings, Apps, Default apps</translation>
    </message>
    <message>
      <source>Without numbers, names, messages or passwords</source>
      <translation>Without numbers, names, messages or passwords</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Works</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
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
      <source>Call back</source>
      <translation>Call back</translation>
    </message>
    <message>
      <source>Call from {device}</source>
      <translation>Call from {device}</translation>
    </message>
    <message>
      <source>Call the selected number, in any program</source>
      <translation>Call the selected number, in any program</translation>
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
      <source>Everywhere</source>
      <translation>Everywhere</translation>
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
      <source>Is calling you</source>
      <translation>Is calling you</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Last spoken {when}</source>
      <translation>Last spoken {when}</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Lift your phone</translation>
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
      <source>Not connected</source>
      <translation>Not connected</translation>
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
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Open the phone</translation>
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
      <source>Sections in their order</source>
      <translation>Sections in their order</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
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
      <source>States are live</source>
      <translation>States are live</translation>
    </message>
    <message>
      <source>States may be out of date.</source>
      <translation>States may be out of date.</translation>
    </message>
    <message>
      <source>Take back from hold</source>
      <translation>Take back from hold</translation>
    </message>
    <message>
      <source>This overview</source>
      <translation>This overview</translation>
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
      <source>Turn off Do not disturb</source>
      <translation>Turn off Do not disturb</translation>
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
      <source>Withheld number</source>
      <translation>Withheld number</translation>
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
      <source>{name} is calling, {number}</source>
      <translation>{name} is calling, {number}</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} unread</translation>
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
      <source>Encrypted connection</source>
      <translation>Encrypted connection</translation>
    </message>
    <message>
      <source>From your administrator</source>
      <translation>From your administrator</translation>
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
      <source>Not encrypted</source>
      <translation>Not encrypted</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
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
      <source>Start your own telephone system here, and invite colleagues afterwards.</source>
      <translation>Start your own telephone system here, and invite colleagues afterwards.</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Stay signed in</translation>
    </message>
    <message>
      <source>This is your first sign-in. The first password can't be used again.</source>
      <translation>This is your first sign-in. The first password can't be used again.</translation>
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
      <source>Administrator</source>
      <translation>Administrator</translation>
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
      <source>Calls would come back to you in a circle.</source>
      <translation>Calls would come back to you in a circle.</translation>
    </message>
    <message>
      <source>Calls would end nowhere.</source>
      <translation>Calls would end nowhere.</translation>
    </message>
    <message>
      <source>Choose your own password first.</source>
      <translation>Choose your own password first.</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>Course</translation>
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
      <source>Gone for the day</source>
      <translation>Gone for the day</translation>
    </message>
    <message>
      <source>Gone home</source>
      <translation>Gone home</translation>
    </message>
    <message>
      <source>It exists already, or someone has changed it meanwhile.</source>
      <translation>It exists already, or someone has changed it meanwhile.</translation>
    </message>
    <message>
      <source>It isn't there any more.</source>
      <translation>It isn't there any more.</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Keep open</translation>
    </message>
    <message>
      <source>Local number and password don't match.</source>
      <translation>Local number and password don't match.</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Lunch</translation>
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
      <source>Nobody answered.</source>
      <translation>Nobody answered.</translation>
    </message>
    <message>
      <source>Not 0000</source>
      <translation>Not 0000</translation>
    </message>
    <message>
      <source>Not the one you have now</source>
      <translation>Not the one you have now</translation>
    </message>
    <message>
      <source>Not your local number</source>
      <translation>Not your local number</translation>
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
      <source>Only digits</source>
      <translation>Only digits</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Other</translation>
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
      <source>Ringing</source>
      <translation>Ringing</translation>
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
      <source>Something unexpected went wrong. Try again.</source>
      <translation>Something unexpected went wrong. Try again.</translation>
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
      <source>That is too large.</source>
      <translation>That is too large.</translation>
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
      <source>The call can't be made.</source>
      <translation>The call can't be made.</translation>
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
      <source>The call was given up.</source>
      <translation>The call was given up.</translation>
    </message>
    <message>
      <source>The call was rejected.</source>
      <translation>The call was rejected.</translation>
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
      <source>The disk is full. Nothing was changed.</source>
      <translation>The disk is full. Nothing was changed.</translation>
    </message>
    <message>
      <source>The number is busy.</source>
      <translation>The number is busy.</translation>
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
      <source>The sound can't be played on this computer.</source>
      <translation>The sound can't be played on this computer.</translation>
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
      <source>The telephone system has no line to the outside yet: only colleagues can be called.</source>
      <translation>The telephone system has no line to the outside yet: only colleagues can be called.</translation>
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
      <source>There is no loudspeaker or headset to play it on.</source>
      <translation>There is no loudspeaker or headset to play it on.</translation>
    </message>
    <message>
      <source>There is no such number.</source>
      <translation>There is no such number.</translation>
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
      <source>Too easy: a row of digits</source>
      <translation>Too easy: a row of digits</translation>
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
      <source>Unknown</source>
      <translation>Unknown</translation>
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
      <source>You have no phone to call from. Ask your administrator for one.</source>
      <translation>You have no phone to call from. Ask your administrator for one.</translation>
    </message>
    <message>
      <source>Your phone isn't connected. Choose another one.</source>
      <translation>Your phone isn't connected. Choose another one.</translation>
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
      <source>in use</source>
      <translation>in use</translation>
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
      <source>ready</source>
      <translation>ready</translation>
    </message>
    <message>
      <source>rings</source>
      <translation>rings</translation>
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
      <source>{number} can't be called.</source>
      <translation>{number} can't be called.</translation>
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
      <source>Call selected number</source>
      <translation>Call selected number</translation>
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
      <source>Open the phone</source>
      <translation>Open the phone</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Other diversion …</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Show OnePresence</source>
      <translation>Show OnePresence</translation>
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
