import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('expenses', '0001_initial'),
        ('organisations', '0004_staff_sessions'),
        ('people', '0009_restricted_and_erased'),
    ]

    operations = [
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('message_id', models.CharField(max_length=35)),
                ('pay_on', models.DateField(verbose_name='to be paid on')),
                ('from_name', models.CharField(max_length=70)),
                ('from_iban', models.CharField(max_length=34)),
                ('from_bic', models.CharField(blank=True, max_length=11)),
                ('state', models.CharField(choices=[('made', 'Made: bring it to the bank'), ('confirmed', 'Paid, seen on the account'), ('cancelled', 'Not paid: its claims wait for another batch')], default='made', max_length=9)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why not')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-number'],
                'indexes': [models.Index(condition=models.Q(('state', 'made')), fields=['organisation', 'pay_on'], name='batch_open')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='batches_are_numbered')],
            },
        ),
        migrations.CreateModel(
            name='CashPayment',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('cents', models.PositiveIntegerField(verbose_name='amount')),
                ('given_on', models.DateField(verbose_name='given on')),
                ('signed', models.CharField(blank=True, choices=[('screen', 'on the screen'), ('paper', 'on paper')], max_length=6)),
                ('signed_on', models.DateField(blank=True, null=True)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('claims', models.ManyToManyField(related_name='cash_payments', to='expenses.claim')),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cash_payments', to='people.person')),
            ],
            options={
                'ordering': ['-number'],
                'indexes': [models.Index(condition=models.Q(('cancelled_at__isnull', True), ('signed', '')), fields=['organisation', 'given_on'], name='receipt_to_sign')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='receipts_are_numbered'), models.CheckConstraint(condition=models.Q(('cents__gt', 0)), name='cash_is_something'), models.CheckConstraint(condition=models.Q(models.Q(('signed', ''), ('signed_on__isnull', True)), models.Q(models.Q(('signed', ''), _negated=True), ('signed_on__isnull', False)), _connector='OR'), name='a_signature_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('holder', naast.core.fields.EncryptedTextField(verbose_name='name on the account')),
                ('iban', naast.core.fields.EncryptedTextField(verbose_name='account number')),
                ('cents', models.PositiveIntegerField(verbose_name='amount')),
                ('end_to_end', models.CharField(max_length=35)),
                ('left_out_on', models.DateField(blank=True, null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transfers', to='payouts.batch')),
                ('claims', models.ManyToManyField(related_name='transfers', to='expenses.claim')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='people.person')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('batch', 'person'), name='one_transfer_a_person'), models.CheckConstraint(condition=models.Q(('cents__gt', 0)), name='a_transfer_brings_something')],
            },
        ),
    ]
