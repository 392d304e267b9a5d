<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
  <context>
    <name>Administration</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n persons</numerusform>
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
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Delete {name} for good</source>
      <translation>Delete {name} for good</translation>
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
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Every showing of a password is written to the audit log</source>
      <translation>Every showing of a password is written to the audit log</translation>
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
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
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
      <source>{transport} · not encrypted</source>
      <translation>{transport} · not encrypted</translation>
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
      <source>Call the selected number, in any program</source>
      <translation>Call the selected number, in any program</translation>
    </message>
    <message>
      <source>Calls go straight to OneVoicemail.</source>
      <translation>Calls go straight to OneVoicemail.</translation>
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
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>My state</source>
      <translation>My state</translation>
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
      <source>Quick diversions</source>
      <translation>Quick diversions</translation>
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
      <source>States may be out of date.</source>
      <translation>States may be out of date.</translation>
    </message>
    <message>
      <source>This overview</source>
      <translation>This overview</translation>
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
      <source>running now</source>
      <translation>running now</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} unread</translation>
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
      <source>The telephone system can't be reached.</source>
      <translation>The telephone system can't be reached.</translation>
    </message>
    <message>
      <source>The telephone system isn't running at the moment.</source>
      <translation>The telephone system isn't running at the moment.</translation>
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
      <source>{number} can't be called.</source>
      <translation>{number} can't be called.</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>{time} ago</translation>
    </message>
    <message>
      <source>½ hour</source>
      <translation>½ hour</translation>
    </message>
  </context>
</TS>
